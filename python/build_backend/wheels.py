# SPDX-License-Identifier: Apache-2.0
"""Builds the package, by the standard library alone: `pip install ./python` needs no network.

The hooks are those of PEP 517, and of PEP 660 for `pip install --editable`.
"""
import base64
import hashlib
import os
import re
import tarfile
import zipfile

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TAG = "py3-none-any"


def _read(*path):
    with open(os.path.join(HERE, *path), encoding="utf-8") as file:
        return file.read()


VERSION = re.search(r'^__version__ = "(.+)"$', _read("softlaw", "__init__.py"), re.MULTILINE)[1]
METADATA = f"""Metadata-Version: 2.1
Name: softlaw
Version: {VERSION}
Summary: The laws of the softmax family, checked, for functions of Python
License: Apache-2.0
Requires-Python: >=3.9
Description-Content-Type: text/markdown

{_read("README.md")}"""
WHEEL = f"Wheel-Version: 1.0\nGenerator: softlaw\nRoot-Is-Purelib: true\nTag: {TAG}\n"
ENTRY_POINTS = "[pytest11]\nsoftlaw = softlaw.pytest_plugin\n"
INFO = f"softlaw-{VERSION}.dist-info"


def _modules():
    names = os.listdir(os.path.join(HERE, "softlaw"))
    return {f"softlaw/{name}": _read("softlaw", name) for name in sorted(names) if name.endswith((".py", ".typed"))}


def _write_wheel(folder, files):
    name = f"softlaw-{VERSION}-{TAG}.whl"
    files = {**files, f"{INFO}/METADATA": METADATA, f"{INFO}/WHEEL": WHEEL, f"{INFO}/entry_points.txt": ENTRY_POINTS}
    record = ""
    with zipfile.ZipFile(os.path.join(folder, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, text in files.items():
            data = text.encode()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record += f"{path},sha256={digest},{len(data)}\n"
            wheel.writestr(path, data)
        wheel.writestr(f"{INFO}/RECORD", record + f"{INFO}/RECORD,,\n")
    return name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return _write_wheel(wheel_directory, _modules())


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return _write_wheel(wheel_directory, {"softlaw.pth": HERE + "\n"})


def build_sdist(sdist_directory, config_settings=None):
    root = f"softlaw-{VERSION}"
    with tarfile.open(os.path.join(sdist_directory, f"{root}.tar.gz"), "w:gz") as archive:
        for name in ("README.md", "pyproject.toml", "build_backend/wheels.py", *_modules()):
            archive.add(os.path.join(HERE, name), f"{root}/{name}")
    return f"{root}.tar.gz"

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run the reproduction of every finding, and compare what it prints: run.py [--include FOLDER] [NAME ...]

Exit code: 0 if each prints what its report says or has no library here, 1 if one prints something else.
"""
import argparse
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def block(text, language):
    found = re.search(rf"```{language}\n(.*?)```", text, re.S)
    return found[1] if found else None


def compile_and_run(code, include):
    """The output; None if it does not compile, since its library is missing."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder) / "finding.cpp", Path(folder) / "finding"
        source.write_text(code)
        words = shlex.split(code.splitlines()[0].removeprefix("// ").replace("FILE.cpp", str(source)))
        words[1:1] = [part for path in include for part in ("-isystem", path)] + ["-o", str(program)]
        if subprocess.run(words, capture_output=True).returncode:
            return None
        return subprocess.run([program], capture_output=True, text=True, timeout=60).stdout


def run_python(code):
    python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable  # Debian's libraries
    run = subprocess.run([python, "-c", code], capture_output=True, text=True, timeout=300)
    return None if "ModuleNotFoundError" in run.stderr else run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--include", action="append", default=[], help="headers that are not installed, such as Boost's")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    wrong = 0
    for file in sorted(HERE.glob("*-*.md")):
        if given.names and file.stem not in given.names:
            continue
        text = file.read_text(encoding="utf-8")
        cpp = block(text, "cpp")
        printed = compile_and_run(cpp, given.include) if cpp else run_python(block(text, "python"))
        expected = block(text, "text")
        verdict = "not here" if printed is None else "as reported" if printed == expected else f"prints {printed!r}"
        wrong += printed not in (None, expected)
        print(f"{file.stem}: {verdict}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

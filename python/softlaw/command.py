# SPDX-License-Identifier: Apache-2.0
"""The command softlaw: where it is, and a call of it."""
from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
from typing import Any, Dict, List, Optional, Sequence, Tuple


class Error(Exception):
    """The command gave no answer: it is not there, or it says why."""


class UsageError(Error, ValueError):
    """The command was asked for something that there is not."""


def find() -> str:
    """The path of the command: in the variable SOFTLAW, on PATH, or in the tree that this file belongs to."""
    named = os.environ.get("SOFTLAW")
    if named:
        found = shutil.which(named)
        if not found:
            raise Error(f"the variable SOFTLAW names '{named}', which is not a command")
        return os.path.abspath(found)
    found = shutil.which("softlaw")
    if found:
        return found
    tree = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    wrapper = os.path.join(tree, "softlaw")
    if os.path.isfile(wrapper) and os.access(wrapper, os.X_OK):
        return wrapper
    raise Error(
        "the command softlaw is not on PATH, and the variable SOFTLAW does not name it.  Build it once: "
        "run ./softlaw list in a clone of softlaw, then set SOFTLAW to the path of that ./softlaw"
    )


def complain(code: int, errors: str) -> None:
    """Raises where the exit code says that there is no evidence."""
    if code in (0, 1, 4):
        return
    message = errors.strip().splitlines()[-1] if errors.strip() else f"it ended with exit code {code}"
    message = message[len("softlaw: ") :] if message.startswith("softlaw: ") else message
    raise UsageError(message) if code == 2 else Error(message)


def call(arguments: Sequence[str]) -> Tuple[int, str]:
    """Its exit code and its output."""
    done = subprocess.run([find(), *arguments], stdin=subprocess.DEVNULL, capture_output=True)
    complain(done.returncode, done.stderr.decode(errors="replace"))
    return done.returncode, done.stdout.decode(errors="replace")


@functools.lru_cache(maxsize=None)
def _catalogue(command: str) -> "Tuple[Dict[str, Any], ...]":
    done = subprocess.run([command, "list", "--json"], stdin=subprocess.DEVNULL, capture_output=True)
    complain(done.returncode, done.stderr.decode(errors="replace"))
    return tuple(law for law in json.loads(done.stdout) if law["kind"] == "law")


def catalogue() -> "Tuple[Dict[str, Any], ...]":
    """All laws, as `softlaw list --json` describes them."""
    return _catalogue(find())


def laws_for(functions: Sequence[str], patterns: Optional[Sequence[str]] = None) -> List[str]:
    """The ids of the laws that ask for none but these functions."""
    import fnmatch

    have = set(functions)
    ids = [law["id"] for law in catalogue() if have.issuperset(law["functions"])]
    if patterns is None:
        return ids
    return [id for id in ids if any(fnmatch.fnmatchcase(id, p) or id.split(".")[0] == p for p in patterns)]

# SPDX-License-Identifier: Apache-2.0
"""Judging functions of this process."""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from typing import Any, BinaryIO, Callable, Iterable, List, Optional, Sequence

from . import command, protocol
from .evidence import Evidence
from .server import Server
from .subject import Subject


def verify(
    *,
    contract: str,
    name: Optional[str] = None,
    formats: "Iterable[str] | str" = ("binary64",),
    arrays: Optional[str] = None,
    rows: Optional[int] = None,
    axis: Optional[int] = None,
    law: "Sequence[str] | str | None" = None,
    input: Optional[str] = None,
    cases: int = 400,
    seed: int = 1,
    budget: Optional[str] = None,
    timeout: float = 60,
    jobs: Optional[int] = None,
    **functions: Callable[..., Any],
) -> Evidence:
    """Judges functions by all laws that ask for none but them.

    The functions go by the names that `softlaw list --functions` prints, and take its arguments in that
    order: `verify(softmax=f, kl_divergence=g, contract="4ulp")` calls `f(x)` and `g(p, q)`.  A vector is an
    array of NumPy, a tensor, or a list, as `arrays` says: "numpy", "torch" or "list"; by default torch for
    functions of torch, else NumPy where it is, else lists.

    contract: the promise of the functions, such as "4ulp" or "correctly-rounded": see the chapter on contracts.
    formats: "binary64" (float64), "binary32" (float32), or both.
    rows, axis: the function takes many vectors at once; each is judged as one row among so many, and the
        function gets `axis=` (of torch, `dim=`), if it is given.
    law: ids, families or patterns (* ?); by default, all.
    input: judge this input alone, as a report prints it; needs one law.
    cases, seed, budget, timeout, jobs: as the options of `softlaw verify`.

    A law that is broken is evidence, not an exception.  Raises UsageError and Error where there is no evidence.
    """
    subject = Subject(functions, contract, name, formats, arrays, rows, axis)
    options = ["--seed", str(seed), "--timeout", repr(float(timeout))]
    options += ["--budget", budget] if budget else ["--cases", str(cases)]
    options += ["--jobs", str(jobs)] if jobs else []
    patterns = [law] if isinstance(law, str) else list(law or [])
    options += ["--law", ",".join(patterns)] if patterns else []
    options += ["--input", input] if input else []
    return run(subject, options)


def run(subject: Subject, options: Sequence[str]) -> Evidence:
    """Calls `softlaw verify` with the subject."""
    path = command.find()
    with tempfile.TemporaryDirectory(prefix="softlaw-") as folder, Server(subject) as server:
        evidence = os.path.join(folder, "evidence.json")
        arguments = [path, "verify", "--subject-command", server.command, "--json", evidence, *options]
        with open(os.path.join(folder, "report"), "w+b") as report, open(
            os.path.join(folder, "errors"), "w+b"
        ) as errors:
            process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=report, stderr=errors)
            try:
                server.serve_while(process)
            finally:
                process.terminate()
                process.wait()
            printed = _text(errors)
            command.complain(process.returncode, printed)
            with open(evidence, encoding="utf-8") as file:
                return Evidence(process.returncode, _told(_text(report)), json.load(file), printed)


def _told(report: str) -> str:
    """The report for a reader in Python: the commands in it would look for functions that are gone."""
    again = re.compile(r"^(    again +).* --law (\S+) --input '(.*)'$")
    lines = []
    for line in report.splitlines():
        if line.startswith("evidence in ") or re.match(r"  \S+ +not applicable ", line):
            continue
        lines.append(again.sub(r'\1softlaw.verify(…, law="\2", input="\3")', line))
    return "\n".join(lines)


def _text(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def serve(*, contract: str, name: Optional[str] = None, **rest: Any) -> None:
    """Answers for functions until the command has no more questions: the last line of a script for
    `softlaw verify --subject-command 'python3 script.py'`.  Takes what `verify` takes of functions and arrays."""
    subject_options = {key: rest.pop(key) for key in ("formats", "arrays", "rows", "axis") if key in rest}
    subject = Subject(rest, contract, name or os.path.basename(sys.argv[0]) or None, **subject_options)
    questions, answers = protocol.take_streams()
    protocol.converse(questions, answers, subject.description, subject.answer)


class Laws:
    """The laws that ask for none but some functions: the plugin makes each a test.  See laws()."""

    def __init__(self, law: "Sequence[str] | str | None", functions: Sequence[str], options: Any) -> None:
        patterns = [law] if isinstance(law, str) else law
        self.ids: List[str] = command.laws_for(functions, patterns)
        if not self.ids:
            raise ValueError(f"no law asks for none but {', '.join(functions)}" + (f" in {law}" if law else ""))
        self._options = options

    def judge(self, ids: Sequence[str]) -> Evidence:
        """The evidence of some of them."""
        return verify(law=list(ids), **self._options)

    def __call__(self) -> None:
        """For pytest without the plugin, which says that it cannot collect this."""
        self.judge(self.ids).require()


def laws(*, law: "Sequence[str] | str | None" = None, **options: Any) -> Laws:
    """Makes each law a test of pytest: `laws = softlaw.laws(softmax=f, contract="4ulp")` in a test file.

    Takes the arguments of verify().  The tests are named by their laws, such as
    `test_mine.py::laws::agreement.softmax`.  Needs the plugin, which an installed package has by itself;
    otherwise call `pytest -p softlaw.pytest_plugin`.
    """
    if "pytest" in sys.modules and "softlaw.pytest_plugin" not in sys.modules:
        raise RuntimeError("softlaw.laws needs its plugin: call pytest -p softlaw.pytest_plugin")
    known = set(verify.__kwdefaults__ or {}) | {"contract"}
    return Laws(law, [key for key in options if key not in known], options)

# SPDX-License-Identifier: Apache-2.0
"""What a run of the command saw."""
from __future__ import annotations

from typing import Any, Dict, List

_FAILURES = ("broken", "flaky", "crashed", "hung")


class Law:
    """The record of one law."""

    def __init__(self, record: Dict[str, Any]) -> None:
        #: All that the command wrote of it: the file of `--json` describes the fields.
        self.record = record

    @property
    def id(self) -> str:
        return str(self.record["id"])

    @property
    def verdict(self) -> str:
        """holds, broken, not applicable, vacuous, flaky, crashed or hung."""
        return str(self.record["verdict"])

    @property
    def failed(self) -> bool:
        return self.verdict in _FAILURES

    @property
    def cases(self) -> int:
        return int(self.record["cases"])

    @property
    def effective(self) -> int:
        """The cases that could have told a right implementation from a wrong one."""
        return int(self.record["effective"])

    @property
    def strain(self) -> float:
        """The largest share of the contract that was used; above 1 the law is broken."""
        return float(self.record["worst_strain"])

    @property
    def counterexample(self) -> str:
        """The smallest input at which the law fails, in decimals; empty where it does not."""
        found = self.record["counterexample"]
        return str(found["smallest"]["decimal"]) if found else ""

    def __repr__(self) -> str:
        at = f" at {self.counterexample}" if self.counterexample else ""
        return f"<{self.id}: {self.verdict}{at}>"


class Evidence:
    """A run: a record of each law, and the report as the command prints it."""

    def __init__(self, exit_code: int, report: str, record: Dict[str, Any], printed: str = "") -> None:
        self.exit_code = exit_code
        self.report = report
        #: The evidence as the command writes it with `--json`.
        self.record = record
        #: The output of the functions and of the command beside the report.
        self.printed = printed
        self.laws: List[Law] = [Law(law) for law in record["laws"]]

    @property
    def holds(self) -> bool:
        """Every law holds, and each function was judged."""
        return self.exit_code == 0

    @property
    def failures(self) -> List[Law]:
        return [law for law in self.laws if law.failed]

    @property
    def unjudged(self) -> List[str]:
        """The functions that no case could judge."""
        return list(self.record.get("unjudged", []))

    def __getitem__(self, id: str) -> Law:
        for law in self.laws:
            if law.id == id:
                return law
        raise KeyError(id)

    def __str__(self) -> str:
        return self.report

    def __repr__(self) -> str:
        return f"<softlaw.Evidence: {len(self.laws)} laws, {len(self.failures)} broken>"

    def require(self) -> "Evidence":
        """Raises AssertionError, with the report, unless all holds."""
        if not self.holds:
            raise AssertionError("\n" + self.report)
        return self

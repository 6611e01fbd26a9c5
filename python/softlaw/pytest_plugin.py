# SPDX-License-Identifier: Apache-2.0
"""The plugin of pytest: each law of a softlaw.laws() in a test file is a test."""
from __future__ import annotations

from typing import Any, Iterator, Optional

import pytest

from .evidence import Evidence
from .judge import Laws


class Broken(Exception):
    """A law is broken: the report says how."""


def pytest_pycollect_makeitem(collector: Any, name: str, obj: Any) -> Optional["LawsCollector"]:
    if not isinstance(obj, Laws):
        return None
    made: LawsCollector = LawsCollector.from_parent(collector, name=name, laws=obj)
    return made


class LawsCollector(pytest.Collector):
    """The laws of one softlaw.laws()."""

    def __init__(self, *, laws: Laws, **rest: Any) -> None:
        super().__init__(**rest)
        self.laws = laws
        self._evidence: Optional[Evidence] = None

    def collect(self) -> Iterator["LawItem"]:
        for id in self.laws.ids:
            yield LawItem.from_parent(self, name=id)

    def evidence(self) -> Evidence:
        """One run of the command for all of them that are selected."""
        if self._evidence is None:
            selected = [item.name for item in self.session.items if item.parent is self]
            self._evidence = self.laws.judge(selected)
        return self._evidence


class LawItem(pytest.Item):
    """One law."""

    parent: LawsCollector

    def runtest(self) -> None:
        law = self.parent.evidence()[self.name]
        self.user_properties += [("cases", law.cases), ("effective", law.effective), ("strain", law.strain)]
        if law.failed:
            raise Broken(self.parent.laws.judge([self.name]).report)
        if law.verdict != "holds":
            pytest.skip(law.record["note"] or f"{law.verdict}: no case could have told right from wrong")

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        if isinstance(excinfo.value, Broken):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> Any:
        # pytest writes :: for every dot in a domain at the end of a node's id: this one is not there
        return self.path, None, f"{self.parent.name}: {self.name}"

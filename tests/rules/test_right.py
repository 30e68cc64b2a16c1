"""Layers as users of many fields write them, right as they are: no rule reports anything on them.

The files of `tests/rules/right` are modules, or several, as those of a rule's cases: see
`tests/rules/cases.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from layerlint import catalogue
from tests.rules.cases import Case, cases_in, reported

RIGHT = [
    case
    for path in sorted(Path(__file__, "..", "right").resolve().glob("*.py"))
    for case in cases_in(path)
]
ON = {rule.code for rule in catalogue.rules() if rule.default}


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in RIGHT])
def test_nothing_is_reported_on_what_is_right(case: Case) -> None:
    assert reported(case, ON) == []

"""The functions of Python that are computed exist, and do nothing but compute."""

from __future__ import annotations

import builtins
import copy
import operator

import pytest

from layerlint.facts.python import PURE_BUILTINS, PURE_METHODS, PURE_OPERATORS

SAMPLES = {str: "ab", list: [1, 2], tuple: (1, 2), dict: {"a": 1}, set: {1, 2}}
ARGUMENTS: list[tuple[object, ...]] = [(), (1,), ("a",), ({3},), ("a", "b")]


def test_the_builtins_are_there() -> None:
    assert all(hasattr(builtins, name) for name in PURE_BUILTINS)


@pytest.mark.parametrize("name", sorted(PURE_OPERATORS))
def test_an_operator_leaves_its_operands_alone(name: str) -> None:
    for left, right in ((1, 2), ([1], [2]), ({1}, {2})):
        before = copy.deepcopy((left, right))
        for operands in ((left,), (left, right)):
            try:
                getattr(operator, name)(*operands)
            except TypeError:
                continue
        assert (left, right) == before


@pytest.mark.parametrize("kind", sorted(PURE_METHODS, key=str))
def test_no_method_changes_its_object(kind: type) -> None:
    for name in PURE_METHODS[kind]:
        sample = copy.deepcopy(SAMPLES[kind])
        for arguments in ARGUMENTS:
            try:
                getattr(sample, name)(*arguments)
            except (TypeError, ValueError, AttributeError):
                continue
        assert sample == SAMPLES[kind], name

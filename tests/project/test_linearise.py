"""The order in which Python looks names up, found out without running anything."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from layerlint.project.headers import ClassHeader
from layerlint.project.linearise import MAXIMUM_DEPTH, linearise


@pytest.mark.parametrize("seed", range(20))
def test_the_order_is_that_of_python(seed: int) -> None:
    """Of twelve classes, each below up to three of those before it."""
    choose = random.Random(seed)
    headers = [ClassHeader("a.py", "a", f"C{number}", number, ()) for number in range(12)]
    bases: dict[tuple[str, int, str], list[ClassHeader]] = {}
    classes: list[type] = []
    for number, header in enumerate(headers):
        above = choose.sample(range(number), min(number, choose.choice([0, 1, 1, 2, 3])))
        try:
            made = type(header.name, tuple(classes[each] for each in above), {})
        except TypeError:  # Python knows no order of these
            made, above = type(header.name, (), {}), []
        classes.append(made)
        bases[header.identity] = [headers[each] for each in above]
    for header, made in zip(headers, classes, strict=True):
        order = linearise(header, lambda each: bases[each.identity])
        assert [str(each.name) for each in order if isinstance(each, ClassHeader)] == [
            each.__name__ for each in made.__mro__ if each is not object
        ]


def test_an_order_that_python_refuses_is_the_one_that_is_written() -> None:
    base, derived, both = (ClassHeader("a.py", "a", name, 1, ()) for name in "ABC")
    bases = {derived.identity: [base], both.identity: [base, derived]}
    assert linearise(both, lambda each: bases.get(each.identity, [])) == [both, base, derived]


def test_an_order_without_end_is_cut_off() -> None:
    headers = [ClassHeader("a.py", "a", f"C{number}", number, ()) for number in range(100)]
    bases = {one.identity: [above] for one, above in pairwise(headers)}
    order = linearise(headers[0], lambda each: bases.get(each.identity, []))
    assert order == headers[:MAXIMUM_DEPTH]

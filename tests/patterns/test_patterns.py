"""That no regular expression of the package is slower than the text is long."""

from __future__ import annotations

import re
from itertools import count

import pytest

from layerlint.files.globs import name_expression
from tests.patterns.attacks import superlinear_text
from tests.patterns.found import held_patterns

HELD = list(held_patterns())


def test_all_patterns_of_the_package_are_found():
    places = {held.place.partition(":")[0] for held in HELD}
    assert len(HELD) > 200
    assert {"layerlint/suppress/comments.py", "layerlint/project/tokens.py"} <= places


@pytest.mark.parametrize("held", HELD, ids=lambda held: held.place)
def test_a_pattern_takes_time_as_its_text_is_long(held):
    slow = superlinear_text(held.pattern, held.methods)
    assert slow is None, f"{held.place}: {held.pattern.pattern!r} is slow on {slow}"


@pytest.mark.parametrize(
    "glob",
    ["*a*a*a*a*a*a*b", "*[ab]*[bc]*[!a]*x", "?*?*?*?", "*\\a*\\a*x", "**a**a**b", "*[a*[a*["],
)
def test_the_pattern_of_a_glob_takes_time_as_the_name_is_long(glob):
    pattern = re.compile(name_expression(glob, count()), re.DOTALL)
    assert superlinear_text(pattern, {"fullmatch"}) is None


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(a+)+$", "match"),
        (r"(?:a|a)*b", "match"),
        (r"x(?:ab|a|b)*!", "fullmatch"),
        (r"\s*\s*x", "match"),
        (r"#.*x.*y", "match"),
        (r"\s*x", "search"),
        (r"\[[^\]]*\]", "search"),
        (r"import \(.*\)", "finditer"),
        (r"(?=.*\bend\b)begin", "sub"),
    ],
)
def test_the_measure_tells_a_pattern_that_goes_back(pattern, method):
    assert superlinear_text(re.compile(pattern), {method}) is not None


@pytest.mark.parametrize(
    ("pattern", "method"),
    [(r"\s*x", "match"), (r"\[[^\[\]]*\]", "search"), (r"(?:ab)+c", "match"), (r"\w+", "finditer")],
)
def test_the_measure_leaves_others_alone(pattern, method):
    assert superlinear_text(re.compile(pattern), {method}) is None

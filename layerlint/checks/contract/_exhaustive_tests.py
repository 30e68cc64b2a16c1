"""Whether some tests leave nothing out, whatever the truth of what they ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module

# Of more questions all answers are too many to try.
_MOST_QUESTIONS = 5
# What an operator asks, and the answer that it wants.
_COMPARISONS: Mapping[type[cst.CSTNode], tuple[str, bool]] = {
    cst.Is: ("is", True),
    cst.IsNot: ("is", False),
    cst.Equal: ("==", True),
    cst.NotEqual: ("==", False),
}


def are_exhaustive(tests: Sequence[cst.BaseExpression], module: Module) -> bool:
    """Whether one of the tests passes in any case: `a`, `b and not a`, `not (a or b)`."""
    asked = {question for test in tests for question in _questions(test, module)}
    if len(asked) > _MOST_QUESTIONS:
        return False
    return all(
        any(_passes(test, dict(zip(asked, answers, strict=True)), module) for test in tests)
        for answers in product((False, True), repeat=len(asked))
    )


def _questions(test: cst.BaseExpression, module: Module) -> set[str]:
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return _questions(inner, module)
        case cst.BooleanOperation(left=left, right=right):
            return _questions(left, module) | _questions(right, module)
    return {_question(test, module)[0]}


def _passes(test: cst.BaseExpression, answers: Mapping[str, bool], module: Module) -> bool:
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return not _passes(inner, answers, module)
        case cst.BooleanOperation(left=left, operator=operator, right=right):
            sides = (_passes(each, answers, module) for each in (left, right))
            return all(sides) if isinstance(operator, cst.And) else any(sides)
    question, expected = _question(test, module)
    return answers[question] is expected


def _question(test: cst.BaseExpression, module: Module) -> tuple[str, bool]:
    """What a test asks, and the answer that it passes on: `x is not None` asks `x is None`."""
    match test:
        case cst.Comparison(
            left=left, comparisons=[cst.ComparisonTarget(operator=operator, comparator=right)]
        ) if type(operator) in _COMPARISONS:
            word, expected = _COMPARISONS[type(operator)]
            return f"{module.source(left)} {word} {module.source(right)}", expected
    return module.source(test), True

"""`required-version`: does this version of layerlint satisfy a list of comparisons?"""

from __future__ import annotations

import re

from layerlint import __version__
from layerlint.failure import Failure

_COMPARISON = re.compile(r"\s*(==|!=|>=|<=|>|<|~=)?\s*v?(\d+(?:\.\d+)*)\s*")


def require(specifier: str) -> None:
    """Fail unless the running version satisfies `specifier`, for instance `>=0.1,<2`."""
    comparisons = [_COMPARISON.fullmatch(part) for part in specifier.split(",")]
    if not all(comparisons):
        raise Failure(
            f"`required-version` is not a version specifier: {specifier!r}",
            'write for instance ">=0.1" or "==0.1.0"',
        )
    running = _numbers(__version__)
    for comparison in comparisons:
        if comparison and not _holds(running, comparison[1] or "==", _numbers(comparison[2])):
            raise Failure(
                f"required version {specifier} does not match the running version {__version__}"
            )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _holds(running: tuple[int, ...], operator: str, wanted: tuple[int, ...]) -> bool:
    if operator == "~=":
        same = len(wanted) - 1
        return _holds(running, ">=", wanted) and running[:same] == wanted[:same]
    length = max(len(running), len(wanted))
    ours = running + (0,) * (length - len(running))
    theirs = wanted + (0,) * (length - len(wanted))
    return {
        "==": ours == theirs,
        "!=": ours != theirs,
        ">=": ours >= theirs,
        "<=": ours <= theirs,
        ">": ours > theirs,
        "<": ours < theirs,
    }[operator]

"""Texts that make a pattern go back over them, made of what the pattern itself accepts.

Whatever part of a pattern repeats is what a text repeats, behind what stands before that part,
and before something that fits nothing. A pattern that is searched for is also given its own
beginnings over and over, each of which it has to follow.
"""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Collection, Iterator
from importlib import import_module
from types import FrameType
from typing import Any

_NEW = sys.version_info >= (3, 11)
parser = import_module("re._parser" if _NEW else "sre_parse")
of = import_module("re._constants" if _NEW else "sre_constants")

SIZES = 3_000, 6_000, 12_000
SECONDS_AT_MOST = 1.0
# Below this, a time says more of the clock than of the pattern.
SECONDS_THAT_COUNT = 0.004
# Of four times the text a linear pattern takes four times as long, a quadratic one sixteen times.
MOST_GROWTH = 9
ENDS = "", "\0", "\n", "!"
CANDIDATES = "a0_ \t\n\"'#.([{<=,:-\\A/é*!%~\x1f\0"
# Of Python 3.11 on there are parts that are never gone back into.
_REPEATS = {of.MAX_REPEAT, of.MIN_REPEAT, getattr(of, "POSSESSIVE_REPEAT", None)}
_GROUPS = {of.SUBPATTERN, getattr(of, "ATOMIC_GROUP", None)}
Parsed = list[tuple[Any, Any]]


def superlinear_text(pattern: re.Pattern[Any], methods: Collection[str]) -> str | None:
    """The first text that takes the pattern longer than it is long, as it is made."""
    for head, unit, end in sorted(attacks(pattern)):
        texts = [head + unit * (size // len(unit)) + end for size in SIZES]
        longest = _seconds(pattern, texts[-1], methods)
        if longest < SECONDS_THAT_COUNT:
            continue
        times = [_seconds(pattern, text, methods) for text in texts]
        if (
            longest == times[-1] == SECONDS_AT_MOST
            or min(longest, times[-1]) > MOST_GROWTH * times[0]
        ):
            return (
                f"{head!r} + {unit!r} * n + {end!r}: {', '.join(f'{each:.4f}' for each in times)} s"
            )
    return None


def attacks(pattern: re.Pattern[Any]) -> set[tuple[str, str, str]]:
    """What texts begin with, repeat, and end with."""
    text = (
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    )
    flags = pattern.flags & ~re.UNICODE
    parsed = list(parser.parse(text, flags))
    found = {(head, unit, end) for head, unit in _repeated(parsed, "") for end in ENDS}
    whole = _sample(parsed)
    found |= {("", whole[:length], "\0") for length in range(1, len(whole) + 1)}
    return {
        (head, unit, end) for head, unit, end in found if unit and _fits(pattern, head + unit + end)
    }


def _fits(pattern: re.Pattern[Any], text: str) -> bool:
    return isinstance(pattern.pattern, str) or text.isascii()


def _repeated(parsed: Parsed, head: str) -> Iterator[tuple[str, str]]:
    """What repeated parts accept, with what leads to each of them."""
    for index, (kind, value) in enumerate(parsed):
        if kind in _REPEATS:
            _, most, body = value
            if most == of.MAXREPEAT:
                for unit in _samples(list(body)):
                    yield head, unit
                    # What the next part takes as well can be divided between the two in many ways.
                    yield head, unit + _sample(parsed[index + 1 : index + 2])
            yield from _repeated(list(body), head)
        elif kind is of.BRANCH:
            for branch in value[1]:
                yield from _repeated(list(branch), head)
        else:
            for inner in _inner(kind, value):
                yield from _repeated(inner, head)
        head += _sample([(kind, value)])


def _inner(kind: Any, value: Any) -> Iterator[Parsed]:
    if kind is of.SUBPATTERN:
        yield list(value[-1])
    elif kind in (of.ASSERT, of.ASSERT_NOT):
        yield list(value[1])
    elif kind in _GROUPS:
        yield list(value)


def _samples(parsed: Parsed) -> set[str]:
    """Several texts that a part accepts: one of each branch, and of each kind of character."""
    if len(parsed) != 1:
        return {_sample(parsed)}
    kind, value = parsed[0]
    if kind is of.BRANCH:
        return {sample for branch in value[1] for sample in _samples(list(branch))}
    if kind in (of.IN, of.ANY, of.NOT_LITERAL):
        return set(_accepted(kind, value)[:6])
    for inner in _inner(kind, value):
        return _samples(inner)
    return {_sample(parsed)}


def _sample(parsed: Parsed) -> str:
    """One text that a sequence of parts accepts, what stands around it aside."""
    text = ""
    for kind, value in parsed:
        if kind is of.LITERAL:
            text += chr(value)
        elif kind in (of.IN, of.ANY, of.NOT_LITERAL):
            text += _accepted(kind, value)[0]
        elif kind is of.BRANCH:
            text += _sample(list(value[1][0]))
        elif kind in _REPEATS:
            text += _sample(list(value[2])) * max(1, min(value[0], 3))
        elif kind in _GROUPS:
            text += "".join(map(_sample, _inner(kind, value)))
    return text


def _accepted(kind: Any, value: Any) -> list[str]:
    """The characters of a set; none may be among those that are tried."""
    if kind is of.ANY:
        return [each for each in CANDIDATES if each != "\n"]
    if kind is of.NOT_LITERAL:
        return [each for each in CANDIDATES if each != chr(value)]
    found = [each for each in CANDIDATES if _is_in(ord(each), value)]
    return found or [chr(_first(value))]


def _first(value: Any) -> int:
    kind, held = next(each for each in value if each[0] in (of.LITERAL, of.RANGE))
    return int(held if kind is of.LITERAL else held[0])


def _is_in(point: int, value: Any) -> bool:
    pieces, is_negated = list(value), False
    if pieces and pieces[0][0] is of.NEGATE:
        is_negated, pieces = True, pieces[1:]
    held = False
    for kind, one in pieces:
        if kind is of.LITERAL:
            held = held or point == one
        elif kind is of.RANGE:
            held = held or one[0] <= point <= one[1]
        elif kind is of.CATEGORY:
            held = held or re.match(_CATEGORIES[one], chr(point)) is not None
    return held != is_negated


_CATEGORIES = {
    of.CATEGORY_DIGIT: r"\d",
    of.CATEGORY_NOT_DIGIT: r"\D",
    of.CATEGORY_SPACE: r"\s",
    of.CATEGORY_NOT_SPACE: r"\S",
    of.CATEGORY_WORD: r"\w",
    of.CATEGORY_NOT_WORD: r"\W",
}


class _TooLong(Exception):
    pass


def _seconds(pattern: re.Pattern[Any], text: str, methods: Collection[str]) -> float:
    """The time of this process that a text takes, or the most that is waited for."""
    data: Any = text if isinstance(pattern.pattern, str) else text.encode()
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_AT_MOST)
    started = time.process_time()
    try:
        for anchored in {"match", "fullmatch"}.intersection(methods):
            getattr(pattern, anchored)(data)
        if not {"match", "fullmatch", "pattern"}.issuperset(methods):
            for _ in pattern.finditer(data):
                pass
    except _TooLong:
        return SECONDS_AT_MOST
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return time.process_time() - started


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TooLong

"""Calls that were followed before: the same function with the same arguments, in the same state.

A loop gives what it calls the same values in its last rounds, and helpers are called all over: most
of what is called is nothing new. What depends on more than is remembered, or does more than give a
value and call others, is followed each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from layerlint.interpret.bounds import REMEMBERED
from layerlint.interpret.effects import Effect, FunctionCall, Guard, SublayerCall, SuperCall
from layerlint.interpret.values import Value, parts_of
from layerlint.interpret.worlds import Worlds

if TYPE_CHECKING:
    from layerlint.interpret.frames import Argument, Callee, Environment, Frame
    from layerlint.interpret.paths import Path
    from layerlint.interpret.run import Run
    from layerlint.interpret.trace import Step
    from layerlint.syntax import cst

# Effects that change nothing that is known.
_REPEATABLE = (FunctionCall, SublayerCall, SuperCall)


@dataclass(frozen=True, slots=True)
class Emitted:
    """An effect as it was recorded: how the run got there."""

    effect: Effect
    opaque: bool
    trace: tuple[Step, ...]
    guards: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that a call depends on."""

    given: list[Argument]
    around: list[Environment]
    attributes: dict[Path, Value]
    versions: dict[Path, int]
    aside: tuple[bool, bool]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Known)
            and self.aside == other.aside
            and len(self.given) == len(other.given)
            and all(map(_same, self.given, other.given))
            and self.attributes == other.attributes
            and self.versions == other.versions
            and self.around == other.around
        )


@dataclass(frozen=True, slots=True)
class Call:
    """A call that begins: what it depends on, and how far the run had come."""

    known: Known
    function: cst.CSTNode
    frames: tuple[Frame, ...]
    emitted: int
    changed: int
    raised: int
    identity: int
    trace: int
    guards: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """A call that has come to its end: what it gave, and what it did on its way."""

    known: Known
    result: Value
    effects: Sequence[Emitted]


def begun(callee: Callee, given: list[Argument], step: Step | None, run: Run) -> Call | None:
    """The call, None where it depends on more than is remembered."""
    if run.attempts or run.watched is not None or callee.node is None:
        return None
    aside = (run.muted > 0, run.untraced > 0)
    values = (*(each.value for each in given), *run.attributes.values())
    frames = dict.fromkeys(
        frame for each in (callee, *_functions(values)) for frame in _around(each)
    )
    around = [dict(frame.names) for frame in frames]
    known = Known(given, around, dict(run.attributes), dict(run.versions), aside)
    return Call(
        known,
        callee.node,
        tuple(frames),
        len(run.emitted),
        len(run.changed),
        len(run.abstract),
        run.new_identity(),
        len(run.trace) + (step is not None),
        len(run.guards),
    )


def recalled(call: Call | None, step: Step | None, run: Run) -> Value | None:
    """What the same call gave before, whose effects are those of this one too."""
    if call is None:
        return None
    for before in run.calls.get(call.function, ()):
        if before.known == call.known:
            _repeat(before.effects, step, run)
            return before.result
    return None


def ended(call: Call | None, result: Value, run: Run) -> Value:
    """Remember what the call gave, if it did nothing else."""
    if call is None or _is_new(result, call.identity) or len(run.abstract) > call.raised:
        return result
    emitted = run.emitted[call.emitted :]
    if not all(isinstance(each.effect, _REPEATABLE) for each in emitted):
        return result
    if any(identity < call.identity for identity in run.changed[call.changed :]):
        return result
    known = call.known
    if run.attributes != known.attributes or run.versions != known.versions:
        return result
    if [frame.names for frame in call.frames] != known.around:
        return result
    effects = [
        replace(each, trace=each.trace[call.trace :], guards=each.guards[call.guards :])
        for each in emitted
    ]
    before = run.calls.setdefault(call.function, [])
    before.insert(0, Remembered(known, result, effects))
    del before[REMEMBERED:]
    return result


def _functions(values: Iterable[Value]) -> Iterator[Callee]:
    """The functions that may be called by who is given the values."""
    for value in values:
        yield from value.callees
        yield from _functions(parts_of(value))
        for callee in value.callees:
            yield from _functions(argument.value for argument in callee.given)


def _around(callee: Callee) -> Iterator[Frame]:
    """The functions around one that is written in them, whose names it sees."""
    frame = callee.lexical
    while frame is not None:
        yield frame
        frame = frame.lexical


def _repeat(effects: Sequence[Emitted], step: Step | None, run: Run) -> None:
    depth, guards = len(run.trace), len(run.guards)
    if step is not None:
        run.trace.append(step)
    start = len(run.trace)
    for each in effects:
        run.step()
        run.trace[start:] = each.trace
        run.guards[guards:] = each.guards
        again = replace(each.effect, worlds=Worlds.NONE, opaque=Worlds.NONE, guards=())
        run.emit(again, opaque=each.opaque)
    del run.trace[depth:], run.guards[guards:]


def _same(one: Argument, other: Argument) -> bool:
    if one.value is other.value:
        return one.keyword == other.keyword
    # To compare the flag is to ask which it is.
    if type(one.value) is not Value or type(other.value) is not Value:
        return False
    return one.keyword == other.keyword and one.value == other.value


def _is_new(value: Value, since: int) -> bool:
    """Whether the value is a container that was made since then, or holds one."""
    if value.identity is not None and value.identity > since:
        return True
    return any(_is_new(part, since) for part in parts_of(value))

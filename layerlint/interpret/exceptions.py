"""Exceptions: where they leave a path, and which handlers can run."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from layerlint.interpret import assignment, expressions, keeping, raised, statements
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Frame
from layerlint.interpret.joining import join
from layerlint.interpret.paths import Attempt, Raised, Snapshot, Unwound
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, UNKNOWN, Value, asked, constant, revised
from layerlint.syntax import cst

ABSTRACT = "builtins.NotImplementedError"
# A class by its canonical name, and what is known of it.
_Named = tuple[str | None, Value]
EVERYTHING: _Named = ("builtins.BaseException", constant(BaseException))


def raise_statement(node: cst.Raise, frame: Frame, run: Run) -> None:
    """`raise`: whoever tries and catches may go on from here."""
    if node.exc is None:
        caught = run.handling[-1] if run.handling else ()
        for kind, value in caught or ((None, ANYTHING),):
            run.note_raised(kind, value)
        return
    named = node.exc.func if isinstance(node.exc, cst.Call) else node.exc
    kind = frame.module.resolve(named)
    value = expressions.evaluate(node.exc, frame, run)
    if raised.is_exception(value.const):
        value = raised.new(value.const, [], run)
    made = raised.class_of(value, run)
    if isinstance(made, type):
        kind = f"builtins.{made.__name__}"
    if made is not None and node.cause is not None:
        cause = expressions.evaluate(node.cause.item, frame, run)
        keeping.give(value, "__cause__", cause, run)
    if kind == ABSTRACT:
        run.abstract.append(node)
    run.note_raised(kind, value)


def may_fail(kind: str, node: cst.CSTNode, frame: Frame, run: Run, *, taken: bool = True) -> None:
    """Leave in doubt what is behind `node`, where Python may raise an exception of its own."""
    run.guards.append(Guard(node, frame.module, taken, True))
    run.note_raised(f"builtins.{kind}")


def fail(kind: str, run: Run, *causes: Value) -> Unwound:
    """The end of a path in an exception that Python itself raises because of what `causes` are."""
    if not run.attempts:
        return Unwound()  # nobody looks at it
    cause = asked(*causes)
    failure = raised.new(getattr(builtins, kind), [], run)
    # What Python says in it is nowhere written.
    given = Value(element=cause, picked=cause.opaque)
    if kind == "KeyError" and causes:
        given = Value(items=(causes[-1],), kind=tuple)
    keeping.give(failure, "args", given, run)
    keeping.give(failure, "value", asked(cause, given), run)
    run.note_raised(f"builtins.{kind}", failure)
    if cause.opaque:
        run.attempts[-1].steered = True
    return Unwound()


@dataclass(slots=True)
class _Reach:
    """How a handler can be reached: from where, of which exceptions, only by opaque tests."""

    states: list[Snapshot]
    kinds: list[str | None]
    values: list[Value]
    opaque: bool


def try_statement(node: cst.Try | cst.TryStar, frame: Frame, run: Run) -> bool:
    """Run `try`; False when no path gets behind it."""
    entry = run.snapshot(frame)
    guards, returns = len(run.guards), len(frame.left)
    results = len(frame.returned)
    attempt = Attempt(frame, guards)
    run.attempts.append(attempt)
    alive = statements.execute(statements.body_of(node.body), frame, run)
    run.attempts.pop()
    after_body = run.snapshot(frame)
    ends: list[Snapshot] = []
    if alive and (
        node.orelse is None or statements.execute(statements.body_of(node.orelse.body), frame, run)
    ):
        ends.append(run.snapshot(frame))
    del run.guards[guards:]
    pending = list(attempt.raised)
    if isinstance(node, cst.TryStar):
        pending = [part for each in pending for part in raised.members(each, run)]
    for handler in node.handlers:
        reach, pending = _reach(_caught(handler, frame, run), pending, run)
        if attempt.risky:
            reach.states += [entry, after_body]
        if not reach.states:
            continue
        run.meet(frame, *reach.states)
        if attempt.risky:
            _forget_twice_bound(node, frame)
        run.handling.append(tuple(zip(reach.kinds, reach.values, strict=True)))
        # Where nothing but a write may raise it, who can say that it does?
        with run.guarded(handler, frame, True, reach.opaque and not attempt.foreign):
            if handler.name is not None:
                caught = asked(*reach.values) if attempt.risky else join(reach.values)
                assignment.assign(handler.name.name, caught, None, node, frame, run)
            if statements.execute(statements.body_of(handler.body), frame, run):
                ends.append(run.snapshot(frame))
        run.handling.pop()
    for each in pending:
        run.note_raised(each.kind, each.value)
    if attempt.steered:
        statements.note_leaving(node, frame, run)
    if attempt.risky:
        run.risk(foreign=attempt.foreign)
    if any(each.opaque for each in attempt.raised) and len(ends) == 1:
        # Whether the body raised is told by what comes behind, on one of the two ways.
        run.guards.append(Guard(node, frame.module, True, True))
    if ends:
        run.meet(frame, *ends)
        if attempt.steered:
            assignment.choose_bound(node, frame)
    final = node.finalbody
    if final is None:
        return bool(ends)
    if not ends:
        run.meet(frame, entry, after_body, *(each.state for each in attempt.raised))
    body = statements.body_of(final.body)
    given = len(frame.returned)
    completed = []

    def finish() -> bool:
        completed.append(statements.execute(body, frame, run))
        return completed[-1]

    alive = on_leaving(returns, bool(ends), finish, frame, run)
    if not any(completed):
        del frame.returned[results:given]  # what the end of the block returns comes instead
    return alive


def on_leaving(
    returns: int, alive: bool, action: Callable[[], bool], frame: Frame, run: Run
) -> bool:
    """Run what is done at the end of a block, also where it returned (from `returns` on)."""
    left = frame.left[returns:]
    del frame.left[returns:]
    alive = action() and alive
    if left:
        end = run.snapshot(frame)
        run.meet(frame, *left, opaque=frame.left_in_doubt)
        if action():
            frame.left.append(run.snapshot(frame))
        run.restore(frame, end)
    return alive


def suppressed(named: Sequence[_Named], body: Callable[[], bool], frame: Frame, run: Run) -> bool:
    """`with contextlib.suppress(...)`: a `try` whose handler does nothing."""
    entry = run.snapshot(frame)
    attempt = Attempt(frame, len(run.guards))
    run.attempts.append(attempt)
    alive = body()
    run.attempts.pop()
    ends = [run.snapshot(frame)] if alive else []
    reach, pending = _reach(named, attempt.raised, run)
    for each in pending:
        run.note_raised(each.kind, each.value)
    ends += reach.states
    if attempt.risky:
        ends += [entry, run.snapshot(frame)]
    if ends:
        run.meet(frame, *ends)
    return bool(ends)


def _forget_twice_bound(node: cst.Try | cst.TryStar, frame: Frame) -> None:
    """An exception may leave the body anywhere: a name may have what it had in between."""
    for name in assignment.bound_twice(node.body):
        known = frame.names.get(name, ANYTHING)
        frame.names[name] = revised(known, const=UNKNOWN, truth=None, same=None)


def _caught(
    handler: cst.ExceptHandler | cst.ExceptStarHandler, frame: Frame, run: Run
) -> list[_Named]:
    """The classes that a handler names; that of all for a bare one."""
    if handler.type is None:
        return [EVERYTHING]
    if isinstance(handler.type, cst.Tuple):
        return named_classes([element.value for element in handler.type.elements], frame, run)
    return named_classes([handler.type], frame, run)


def named_classes(
    nodes: Sequence[cst.BaseExpression], frame: Frame, run: Run
) -> list[tuple[str | None, Value]]:
    """The canonical names of classes, and what is known of them."""
    with run.aside():
        return [(frame.module.resolve(n), expressions.evaluate(n, frame, run)) for n in nodes]


def _reach(
    named: Sequence[_Named], pending: Sequence[Raised], run: Run
) -> tuple[_Reach, list[Raised]]:
    """What of `pending` a handler of `named` catches, and what is left for the next."""
    reach = _Reach([], [], [], opaque=True)
    left: list[Raised] = []
    for each in pending:
        answers = [_is_kind_of(each, name, wanted, run) for name, wanted in named]
        if True not in answers:
            left.append(each)
        if True in answers or None in answers:
            reach.states.append(each.state)
            reach.kinds.append(each.kind)
            reach.values.append(each.value)
            reach.opaque = reach.opaque and (each.opaque or True not in answers)
    return reach, left


def _is_kind_of(each: Raised, name: str | None, wanted: Value, run: Run) -> bool | None:
    """Whether an exception is of a class; None where their classes are not known."""
    if name == "builtins.BaseException" or (each.kind is not None and each.kind == name):
        return True
    answer = raised.is_of(each.value, wanted, run)
    if answer is not None:
        return answer
    first, second = raised.builtin(each.kind), raised.builtin(name)
    if first is not None and second is not None:
        return issubclass(first, second)
    return True if second is Exception else None

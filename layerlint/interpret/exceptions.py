"""Exceptions: where they leave a path, and which handlers can run."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import dataclass

from layerlint.interpret import assignment, binding, expressions, objects, statements
from layerlint.interpret.frames import Frame
from layerlint.interpret.paths import Attempt, Raised, Snapshot, Unwound
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, UNKNOWN, Value, asked, revised
from layerlint.syntax import cst

ABSTRACT = "builtins.NotImplementedError"


def raise_statement(node: cst.Raise, frame: Frame, run: Run) -> None:
    """`raise`: whoever tries and catches may go on from here."""
    if node.exc is None:
        caught = run.handling[-1] if run.handling else ()
        for kind in caught or (None,):
            run.note_raised(kind)
        return
    named = node.exc.func if isinstance(node.exc, cst.Call) else node.exc
    kind = frame.module.resolve(named)
    if isinstance(node.exc, cst.Call) and _builtin(kind) is not None:
        # To make one raises nothing else.
        value = asked(*(given.value for given in binding.arguments(node.exc, frame, run)))
    else:
        value = expressions.evaluate(node.exc, frame, run)
    if kind == ABSTRACT:
        run.abstract.append(node)
    run.note_raised(kind, asked(value, *objects.contents(value, run)))


def fail(kind: str, run: Run, *causes: Value) -> Unwound:
    """The end of a path in an exception that Python itself raises because of what `causes` are."""
    cause = asked(*causes)
    run.note_raised(f"builtins.{kind}", cause)
    if cause.opaque and run.attempts:
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
    guards = len(run.guards)
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
    for handler in node.handlers:
        reach, pending = _reach(_caught(handler, frame), pending)
        if attempt.risky:
            reach.states += [entry, after_body]
        if not reach.states:
            continue
        run.meet(frame, *reach.states)
        if attempt.risky:
            _forget_twice_bound(node, frame)
        run.handling.append(tuple(reach.kinds))
        with run.guarded(handler, frame, True, reach.opaque and not attempt.risky):
            if handler.name is not None:
                caught = asked(*reach.values)
                assignment.assign(handler.name.name, caught, None, node, frame, run)
            if statements.execute(statements.body_of(handler.body), frame, run):
                ends.append(run.snapshot(frame))
        run.handling.pop()
    for raised in pending:
        run.note_raised(raised.kind, raised.value)
    if attempt.risky:
        run.risk()
    if ends:
        run.meet(frame, *ends)
        if attempt.steered:
            assignment.choose_bound(node, frame)
    elif node.finalbody is not None:
        run.meet(frame, entry, after_body, *(raised.state for raised in attempt.raised))
    if node.finalbody is not None and not statements.execute(
        statements.body_of(node.finalbody.body), frame, run
    ):
        return False
    return bool(ends)


def suppressed(names: Sequence[str | None], body: cst.BaseSuite, frame: Frame, run: Run) -> bool:
    """`with contextlib.suppress(...)`: a `try` whose handler does nothing."""
    entry = run.snapshot(frame)
    attempt = Attempt(frame, len(run.guards))
    run.attempts.append(attempt)
    alive = statements.execute(statements.body_of(body), frame, run)
    run.attempts.pop()
    ends = [run.snapshot(frame)] if alive else []
    reach, pending = _reach(names, attempt.raised)
    for raised in pending:
        run.note_raised(raised.kind, raised.value)
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


def _caught(handler: cst.ExceptHandler | cst.ExceptStarHandler, frame: Frame) -> list[str | None]:
    """The canonical names of the classes that a handler names; none for a bare one."""
    if handler.type is None:
        return ["builtins.BaseException"]
    if isinstance(handler.type, cst.Tuple):
        return [frame.module.resolve(element.value) for element in handler.type.elements]
    return [frame.module.resolve(handler.type)]


def _reach(names: Sequence[str | None], pending: Sequence[Raised]) -> tuple[_Reach, list[Raised]]:
    """What of `pending` a handler of `names` catches, and what is left for the next."""
    reach = _Reach([], [], [], opaque=True)
    left: list[Raised] = []
    for raised in pending:
        answers = [_is_kind_of(raised.kind, name) for name in names]
        if True not in answers:
            left.append(raised)
        if True in answers or None in answers:
            reach.states.append(raised.state)
            reach.kinds.append(raised.kind)
            reach.values.append(raised.value)
            reach.opaque = reach.opaque and (raised.opaque or True not in answers)
    return reach, left


def _is_kind_of(kind: str | None, name: str | None) -> bool | None:
    """Whether an exception of `kind` is one of `name`; None where their classes are not known."""
    if name == "builtins.BaseException" or (kind is not None and kind == name):
        return True
    first, second = _builtin(kind), _builtin(name)
    if first is not None and second is not None:
        return issubclass(first, second)
    if second in (Exception,):
        return True
    return None


def _builtin(name: str | None) -> type[BaseException] | None:
    home, _, last = (name or "").rpartition(".")
    found = getattr(builtins, last, None) if home == "builtins" else None
    return found if isinstance(found, type) and issubclass(found, BaseException) else None

"""Loops and comprehensions: round by round where the rounds are known, else to a fixed point."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from layerlint.interpret import assignment, containers, expressions, objects, statements
from layerlint.interpret.bounds import ROUNDS, UNROLLED
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Frame
from layerlint.interpret.joining import join
from layerlint.interpret.laziness import kept, left_early
from layerlint.interpret.paths import Snapshot
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, asked, revised, truth, unknown_from
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal

Enter = Callable[[], None]


def for_loop(node: cst.For, frame: Frame, run: Run) -> bool:
    """Run `for`; False when no path gets behind it."""
    iterable = objects.iterated(expressions.evaluate(node.iter, frame, run), node, frame, run)
    if containers.vacant(iterable):
        alive = _otherwise(node, frame, run)
        assignment.note_choice(node, iterable, frame)
        return alive
    items = containers.exact(iterable)
    if iterable.kind is Iterator:
        containers.put_in_place(iterable, _rest(iterable, node, frame), node.iter, frame, run)
    if items is not None and len(items) <= UNROLLED:
        alive = _unrolled(node, items, frame, run)
    else:
        alive = _repeated_for(node, iterable, frame, run)
    assignment.note_choice(node, iterable, frame)
    return alive


def _rest(iterable: Value, node: cst.For, frame: Frame) -> Value:
    """What a loop leaves of an iterator."""
    if not left_early(node.iter, frame):
        return revised(iterable, items=())
    return revised(asked(iterable), element=containers.element(iterable), picked=True)


def _repeated_for(node: cst.For, iterable: Value, frame: Frame, run: Run) -> bool:
    element = containers.elements_of(iterable)

    def enter() -> None:
        assignment.assign(node.target, element, None, node, frame, run)

    opaque = iterable.opaque and truth(iterable) is not True
    left, goes_on = _to_fixed_point(node, enter, frame, run, opaque=opaque)
    if truth(iterable) is True and not goes_on:
        return left  # the first round never ends: nothing gets to the `else`
    return _otherwise(node, frame, run) or left


def _unrolled(node: cst.For, items: tuple[Value, ...], frame: Frame, run: Run) -> bool:
    exits: list[Snapshot] = []
    alive = True
    for item in items:
        assignment.assign(node.target, item, None, node, frame, run)
        alive = _round(node, exits, frame, run)
        if not alive:
            break
    return _leave(node, alive, exits, frame, run)


def _round(node: cst.For | cst.While, exits: list[Snapshot], frame: Frame, run: Run) -> bool:
    """One round; whether another may follow. Where it is left by `break` is added to `exits`."""
    frame.breaks.append([])
    frame.continues.append([])
    alive = statements.execute(statements.body_of(node.body), frame, run)
    exits += frame.breaks.pop()
    ends = frame.continues.pop()
    if alive:
        ends.append(run.snapshot(frame))
    if ends:
        run.meet(frame, *ends)
    return bool(ends)


def _leave(
    node: cst.For | cst.While, alive: bool, exits: list[Snapshot], frame: Frame, run: Run
) -> bool:
    """What holds behind a loop that ended by itself (`alive`) or through `exits`."""
    ends = list(exits)
    if alive and _otherwise(node, frame, run):
        ends.append(run.snapshot(frame))
    if ends:
        run.meet(frame, *ends)
    return bool(ends)


def _otherwise(node: cst.For | cst.While, frame: Frame, run: Run) -> bool:
    if node.orelse is None:
        return True
    return statements.execute(statements.body_of(node.orelse.body), frame, run)


def while_loop(node: cst.While, frame: Frame, run: Run) -> bool:
    """Run `while`; False when no path gets behind it."""
    exits: list[Snapshot] = []
    depth = len(run.guards)
    value = expressions.ask(node.test, frame, run)
    first = value
    for _ in range(UNROLLED):
        if truth(value) is not True or literal(node.test) is not NOT_LITERAL:
            break
        if not _round(node, exits, frame, run):
            assignment.note_choice(node, first, frame)
            return _leave(node, False, exits, frame, run)
        value = expressions.ask(node.test, frame, run)
    if truth(value) is False:
        alive = _leave(node, True, exits, frame, run)
    else:
        alive = _repeated_while(node, value, frame, run)
        if exits:
            run.meet(frame, *exits, *([run.snapshot(frame)] if alive else []))
            alive = True
        del run.guards[depth:]
    assignment.note_choice(node, first, frame)
    return alive


def _repeated_while(node: cst.While, value: Value, frame: Frame, run: Run) -> bool:
    def enter() -> None:
        expressions.evaluate(node.test, frame, run)

    if truth(value) is None:
        with run.guarded(node.test, frame, True, value.opaque):
            _to_fixed_point(node, enter, frame, run, opaque=value.opaque)
        return _otherwise(node, frame, run)
    left, _ = _to_fixed_point(node, enter, frame, run)
    if literal(node.test) is not NOT_LITERAL:
        return left  # `while True:` never gets to its `else`
    return _otherwise(node, frame, run) or left


def _to_fixed_point(
    node: cst.For | cst.While, enter: Enter, frame: Frame, run: Run, *, opaque: bool = False
) -> tuple[bool, bool]:
    """The body joined with its entry, again and again while that changes what is known.

    `opaque`: whether there is a round at all may be for the flag to say. Returns whether the loop
    was left by `break`, and whether a round can come to its end.
    """
    left = goes_on = False
    certain = literal(getattr(node, "test", None)) is True
    exits: list[Snapshot] = []
    for _ in range(ROUNDS):
        entry = run.snapshot(frame)
        guards = len(run.guards)
        frame.breaks.append([])
        frame.continues.append([])
        if opaque:
            run.guards.append(Guard(node, frame.module, True, True))
        enter()
        alive = statements.execute(statements.body_of(node.body), frame, run)
        breaks, ends = frame.breaks.pop(), frame.continues.pop()
        exits = breaks
        left = left or bool(breaks)
        if alive:
            ends.append(run.snapshot(frame))
        goes_on = goes_on or bool(ends)
        run.meet(frame, entry, *([] if certain else breaks), *ends, opaque=opaque)
        del run.guards[guards:]
        if frame.names == entry.names and run.attributes == entry.attributes:
            break
    if certain and exits:
        run.meet(frame, *exits)
    return left, goes_on


def comprehension(node: cst.BaseComp, frame: Frame, run: Run) -> Value:
    """The value of a comprehension, in parts where what it runs over is known."""
    names = dict(frame.names)
    outside, frame.sifted = frame.sifted, False
    guards = len(run.guards)
    made: list[tuple[Value, Value]] = []
    with kept(node, frame, run, lazy=isinstance(node, cst.GeneratorExp)):
        whole = _rounds(node.for_in, made, node, frame, run)
    for name in frame.walrus & frame.names.keys():
        bound = frame.names[name]
        # There may have been nothing to run over.
        names[name] = join([names[name], bound]) if name in names else bound
    frame.names = names
    del run.guards[guards:]
    values = [value for _, value in made]
    merged = unknown_from(*values)
    picked = frame.sifted or any(value.picked for value in values)
    frame.sifted = outside
    kind = {cst.ListComp: list, cst.SetComp: set, cst.DictComp: dict}.get(type(node), Iterator)
    if isinstance(node, cst.DictComp):
        keys = [key.const for key, _ in made]
        if whole and all(key.known for key, _ in made):
            return revised(
                merged, mapping=dict(zip(keys, values, strict=True)), kind=dict, picked=picked
            )
    elif whole:
        return revised(
            merged, items=tuple(values), kind=kind, picked=picked, identity=run.new_identity()
        )
    return revised(merged, element=join(values) if values else None, picked=picked)


def _rounds(
    for_in: cst.CompFor | None,
    made: list[tuple[Value, Value]],
    node: cst.BaseComp,
    frame: Frame,
    run: Run,
) -> bool:
    """Make the elements of the rest of the clauses; whether these are all, and certain."""
    if for_in is None:
        if isinstance(node, cst.DictComp):
            key = expressions.evaluate(node.key, frame, run)
            made.append((key, expressions.evaluate(node.value, frame, run)))
        else:
            assert isinstance(node, (cst.ListComp, cst.SetComp, cst.GeneratorExp))
            value = expressions.evaluate(node.elt, frame, run)
            made.append((value, value))
        return True
    iterable = objects.iterated(expressions.evaluate(for_in.iter, frame, run), node, frame, run)
    frame.sifted |= iterable.opaque
    if containers.vacant(iterable):
        return True
    items = containers.exact(iterable)
    whole = items is not None and len(items) <= UNROLLED
    for item in items if items is not None and whole else [containers.elements_of(iterable)]:
        depth = len(run.guards)
        if not whole and iterable.opaque:
            run.guards.append(Guard(for_in.iter, frame.module, True, True))
        assignment.assign(for_in.target, item, None, for_in, frame, run)
        outcome = _conditions(for_in, frame, run)
        if outcome is not False:
            inner = _rounds(for_in.inner_for_in, made, node, frame, run)
            whole = whole and inner and outcome is True
        del run.guards[depth:]
    return whole


def _conditions(for_in: cst.CompFor, frame: Frame, run: Run) -> bool | None:
    """Whether the conditions of one clause hold; what follows is guarded by the unknown ones."""
    outcome: bool | None = True
    for condition in for_in.ifs:
        value = expressions.ask(condition.test, frame, run)
        if truth(value) is False:
            frame.sifted |= value.opaque
            return False
        frame.sifted |= value.opaque
        if truth(value) is None:
            outcome = None
            run.guards.append(Guard(condition.test, frame.module, True, value.opaque))
    return outcome

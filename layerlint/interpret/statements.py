"""Statements: which of them run, and what is known after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import libcst as cst

from layerlint.interpret import expressions
from layerlint.interpret.assignment import assign, augment, bound_twice, delete
from layerlint.interpret.bounds import ROUNDS
from layerlint.interpret.containers import elements_of
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Frame
from layerlint.interpret.refine import refine
from layerlint.interpret.run import Run, Snapshot, join_environments
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    compare,
    constant,
    join,
    truth,
    unknown_from,
)
from layerlint.model.calls import NOT_LITERAL, literal
from layerlint.model.walk import walk_same_function

Block = Sequence[cst.CSTNode]


def execute(block: Block, frame: Frame, run: Run) -> bool:
    """Run the statements; False when no path reaches the end of the block."""
    return all(_statement(statement, frame, run) for statement in block)


def body_of(suite: cst.BaseSuite | cst.BaseExpression) -> Block:
    """The statements of a compound statement's body."""
    return suite.body if isinstance(suite, (cst.IndentedBlock, cst.SimpleStatementSuite)) else ()


def _statement(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    run.step()
    match node:
        case cst.SimpleStatementLine(body=body):
            return execute(body, frame, run)
        case cst.Expr(value=value):
            run.sink(expressions.evaluate_statement(value, frame, run))
        case cst.Assign(targets=targets, value=value):
            result = expressions.evaluate(value, frame, run)
            for target in targets:
                assign(target.target, result, value, node, frame, run)
        case cst.AnnAssign(target=target, value=value) if value is not None:
            assign(target, expressions.evaluate(value, frame, run), value, node, frame, run)
        case cst.AugAssign():
            augment(node, frame, run)
        case cst.Return(value=value):
            result = constant(None) if value is None else expressions.evaluate(value, frame, run)
            frame.returned.append(result)
            return False
        case cst.Raise(exc=raised):
            if raised is not None:
                expressions.evaluate(raised, frame, run)
            return False
        case cst.Break():
            if frame.breaks:
                frame.breaks[-1].append(dict(frame.names))
            return False
        case cst.Continue():
            if frame.continues:
                frame.continues[-1].append(dict(frame.names))
            return False
        case cst.Assert():
            return _assert(node, frame, run)
        case cst.Del(target=target):
            delete(target, frame)
        case cst.Nonlocal(names=items):
            frame.borrowed.update(item.name.value for item in items)
        case cst.FunctionDef():
            frame.names[node.name.value] = expressions.local_function(node, frame, run)
        case cst.ClassDef():
            frame.names[node.name.value] = ANYTHING
        case _:
            return _compound(node, frame, run)
    return True


def _compound(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    match node:
        case cst.If():
            return _if(node, frame, run)
        case cst.For():
            return _for(node, frame, run)
        case cst.While():
            return _while(node, frame, run)
        case cst.With(items=items, body=body):
            for item in items:
                value = expressions.evaluate(item.item, frame, run)
                if item.asname is not None:
                    assign(item.asname.name, unknown_from(value), None, node, frame, run)
            return execute(body_of(body), frame, run)
        case cst.Try() | cst.TryStar():
            return _try(node, frame, run)
        case cst.Match():
            return _match(node, frame, run)
    return True


def branch(
    test: cst.CSTNode,
    value: Value,
    frame: Frame,
    run: Run,
    then: Callable[[], bool],
    orelse: Callable[[], bool],
) -> bool:
    """Run the branches that `value`, the outcome of `test`, allows."""
    known = truth(value)
    if known is not None:
        return then() if known else orelse()
    before = run.snapshot(frame)
    with run.guarded(test, frame, True, value.derived):
        refine(test, True, frame, run)
        then_alive = then()
    after_then = run.snapshot(frame)
    run.restore(frame, before)
    with run.guarded(test, frame, False, value.derived):
        refine(test, False, frame, run)
        else_alive = orelse()
    if then_alive and else_alive:
        run.meet(frame, after_then, run.snapshot(frame), opaque=value.derived)
        return True
    if then_alive:
        run.restore(frame, after_then)
    if then_alive or else_alive:
        # What follows runs only on this side of the test; the function's end takes it off.
        run.guards.append(Guard(test, frame.module, then_alive, value.derived))
    return then_alive or else_alive


def _if(node: cst.If, frame: Frame, run: Run) -> bool:
    value = expressions.evaluate(node.test, frame, run)
    orelse: Block = ()
    if isinstance(node.orelse, cst.If):
        orelse = (node.orelse,)
    elif node.orelse is not None:
        orelse = body_of(node.orelse.body)
    return branch(
        node.test,
        value,
        frame,
        run,
        lambda: execute(body_of(node.body), frame, run),
        lambda: execute(orelse, frame, run),
    )


def _assert(node: cst.Assert, frame: Frame, run: Run) -> bool:
    value = expressions.evaluate(node.test, frame, run)
    known = truth(value)
    if known is None:
        run.guards.append(Guard(node.test, frame.module, True, value.derived))
    return known is not False


def _for(node: cst.For, frame: Frame, run: Run) -> bool:
    iterable = expressions.evaluate(node.iter, frame, run)
    if truth(iterable) is False:
        return node.orelse is None or execute(body_of(node.orelse.body), frame, run)
    element = elements_of(node.iter, iterable, frame, run)

    def enter() -> None:
        assign(node.target, element, None, node, frame, run)

    left, goes_on = _loop(node, enter, frame, run)
    if truth(iterable) is True and not goes_on:
        return left  # the first round never ends: nothing gets to the `else`
    return node.orelse is None or execute(body_of(node.orelse.body), frame, run) or left


def _while(node: cst.While, frame: Frame, run: Run) -> bool:
    value = expressions.evaluate(node.test, frame, run)
    if truth(value) is False:
        return node.orelse is None or execute(body_of(node.orelse.body), frame, run)

    def enter() -> None:
        expressions.evaluate(node.test, frame, run)

    known = truth(value)
    if known is None:
        with run.guarded(node.test, frame, True, value.derived):
            _loop(node, enter, frame, run)
    else:
        left, _ = _loop(node, enter, frame, run)
        if not left and literal(node.test) is not NOT_LITERAL:
            return False
    return node.orelse is None or execute(body_of(node.orelse.body), frame, run)


def _loop(
    node: cst.For | cst.While, enter: Callable[[], None], frame: Frame, run: Run
) -> tuple[bool, bool]:
    """The body joined with its entry, again and again while that changes what is known.

    Returns whether the loop was left by `break`, and whether a round can come to its end.
    """
    left = goes_on = False
    for _ in range(ROUNDS):
        entry = run.snapshot(frame)
        guards = len(run.guards)
        frame.breaks.append([])
        frame.continues.append([])
        enter()
        alive = execute(body_of(node.body), frame, run)
        breaks, continues = frame.breaks.pop(), frame.continues.pop()
        ends = [entry.names, *breaks, *continues]
        left = left or bool(breaks)
        goes_on = goes_on or alive or bool(continues)
        if alive:
            ends.append(frame.names)
        after = Snapshot(join_environments(ends), run.attributes, run.versions)
        run.meet(frame, entry, after)
        frame.names = after.names
        del run.guards[guards:]
        if frame.names == entry.names and run.attributes == entry.attributes:
            break
    return left, goes_on


def _try(node: cst.Try | cst.TryStar, frame: Frame, run: Run) -> bool:
    entry = run.snapshot(frame)
    alive = execute(body_of(node.body), frame, run)
    after_body = run.snapshot(frame)
    ends: list[Snapshot] = []
    if alive and (node.orelse is None or execute(body_of(node.orelse.body), frame, run)):
        ends.append(run.snapshot(frame))
    for handler in node.handlers:
        run.restore(frame, entry)
        # An exception may leave the body anywhere: both ends of it are possible, and what a name
        # that it binds twice had in between.
        run.meet(frame, entry, after_body)
        for name in bound_twice(node.body):
            known = frame.names.get(name, ANYTHING)
            frame.names[name] = replace(known, const=UNKNOWN, truth=None, same=None)
        with run.guarded(handler, frame, True, False):
            if handler.name is not None:
                assign(handler.name.name, ANYTHING, None, node, frame, run)
            if execute(body_of(handler.body), frame, run):
                ends.append(run.snapshot(frame))
    if ends:
        run.meet(frame, *ends)
    if node.finalbody is not None and not execute(body_of(node.finalbody.body), frame, run):
        return False
    return bool(ends)


def _match(node: cst.Match, frame: Frame, run: Run) -> bool:
    subject = expressions.evaluate(node.subject, frame, run)
    return _cases(node.cases, subject, node, frame, run)


def _cases(
    cases: Sequence[cst.MatchCase], subject: Value, node: cst.Match, frame: Frame, run: Run
) -> bool:
    """The first case that matches, or the rest: a chain of branches."""
    if not cases:
        return True
    case = cases[0]
    value = _matches(case.pattern, subject, node, frame, run)
    if case.guard is not None and truth(value) is not False:
        value = join([value, expressions.evaluate(case.guard, frame, run)])
    return branch(
        case.pattern,
        value,
        frame,
        run,
        lambda: execute(body_of(case.body), frame, run),
        lambda: _cases(cases[1:], subject, node, frame, run),
    )


def _matches(
    pattern: cst.MatchPattern, subject: Value, node: cst.Match, frame: Frame, run: Run
) -> Value:
    match pattern:
        case cst.MatchSingleton(value=value) | cst.MatchValue(value=value):
            return compare(subject, cst.Equal(), expressions.evaluate(value, frame, run))
        case cst.MatchAs(pattern=None, name=name):
            if name is not None:
                assign(name, subject, None, node, frame, run)
            return constant(True)
        case cst.MatchOr(patterns=patterns):
            answers = [_matches(one.pattern, subject, node, frame, run) for one in patterns]
            known = [truth(answer) for answer in answers]
            if True in known:
                return constant(True)
            return constant(False) if None not in known else unknown_from(subject)
    for inner in walk_same_function(pattern):
        if isinstance(inner, (cst.MatchAs, cst.MatchStar)) and inner.name is not None:
            assign(inner.name, unknown_from(subject), None, node, frame, run)
    return unknown_from(subject)

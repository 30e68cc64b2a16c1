"""Statements: which of them run, and what is known after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from layerlint.facts.python import LAZY_CALLS
from layerlint.interpret import (
    assignment,
    decorations,
    exceptions,
    expressions,
    loops,
    managers,
    objects,
    patterns,
)
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Frame
from layerlint.interpret.paths import Unwound
from layerlint.interpret.refine import refine
from layerlint.interpret.run import Run
from layerlint.interpret.tensors import transfer
from layerlint.interpret.values import Value, constant, truth
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_same_function

_SUPPRESS = "contextlib.suppress"
Block = Sequence[cst.CSTNode]


def execute(block: Block, frame: Frame, run: Run) -> bool:
    """Run the statements; False when no path reaches the end of the block."""
    return all(_statement(statement, frame, run) for statement in block)


def body_of(suite: cst.BaseSuite | cst.BaseExpression) -> Block:
    """The statements of a compound statement's body."""
    return suite.body if isinstance(suite, (cst.IndentedBlock, cst.SimpleStatementSuite)) else ()


def _statement(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    run.step()
    try:
        return _executed(node, frame, run)
    except Unwound:
        return False


def _executed(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    execution = _EXECUTIONS.get(type(node), _simple)
    return execution(node, frame, run)


def _line(node: cst.SimpleStatementLine, frame: Frame, run: Run) -> bool:
    return execute(node.body, frame, run)


def _expression(node: cst.Expr, frame: Frame, run: Run) -> bool:
    value = node.value
    if isinstance(value, cst.Call) and frame.module.resolve(value.func) in LAZY_CALLS:
        # Nobody is left to ask for an element.
        expressions.evaluate_all([argument.value for argument in value.args], frame, run)
        return True
    run.sink(expressions.evaluate_statement(node.value, frame, run))
    return True


def _assignment(node: cst.Assign, frame: Frame, run: Run) -> bool:
    result = expressions.evaluate(node.value, frame, run)
    for target in node.targets:
        assignment.assign(target.target, result, node.value, node, frame, run)
    return True


def _return(node: cst.Return, frame: Frame, run: Run) -> bool:
    value = node.value
    result = constant(None) if value is None else expressions.evaluate(value, frame, run)
    frame.returned.append(result)
    run.note_return(frame)
    return False


def _simple(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    match node:
        case cst.AnnAssign(target=target, value=value) if value is not None:
            assignment.assign(
                target, expressions.evaluate(value, frame, run), value, node, frame, run
            )
        case cst.AugAssign():
            assignment.augment(node, frame, run)
        case cst.Raise():
            exceptions.raise_statement(node, frame, run)
            return False
        case cst.Break():
            if frame.breaks:
                frame.breaks[-1].append(run.snapshot(frame))
            return False
        case cst.Continue():
            if frame.continues:
                frame.continues[-1].append(run.snapshot(frame))
            return False
        case cst.Assert():
            return _assert(node, frame, run)
        case cst.Del(target=target):
            assignment.delete(target, frame, run)
        case cst.Nonlocal(names=items):
            frame.borrowed.update(item.name.value for item in items)
        case cst.FunctionDef():
            function = expressions.local_function(node, frame, run)
            frame.names[node.name.value] = decorations.decorated(function, node, frame, run)
        case cst.ClassDef():
            frame.names[node.name.value] = objects.local_class(node, frame, run)
        case cst.Global(names=items):
            frame.globals.update(item.name.value for item in items)
    return True


def _with(node: cst.With, frame: Frame, run: Run) -> bool:
    return _within(node.items, node, frame, run)


def _within(items: Sequence[cst.WithItem], node: cst.With, frame: Frame, run: Run) -> bool:
    """The body of a `with` inside of what is left of its managers."""
    if not items:
        return execute(body_of(node.body), frame, run)
    manager, rest = items[0].item, items[1:]

    def body() -> bool:
        return _within(rest, node, frame, run)

    if isinstance(manager, cst.Call) and frame.module.resolve(manager.func) == _SUPPRESS:
        given = [argument.value for argument in manager.args]
        named = exceptions.named_classes(given, frame, run)
        return exceptions.suppressed(named, body, frame, run)
    versions = dict(run.versions)
    value = expressions.evaluate(manager, frame, run)
    managers.doubt_written(value, versions, run)
    entered = managers.entered(value, manager, frame, run)
    asname = items[0].asname
    if asname is not None:
        assignment.assign(asname.name, entered, None, node, frame, run)
    returns = len(frame.left)
    if managers.swallows(value, manager, frame, run):
        alive = exceptions.suppressed([exceptions.EVERYTHING], body, frame, run)
    else:
        alive = body()

    def leave() -> bool:
        managers.leave(value, manager, alive, frame, run)
        return True

    return exceptions.on_leaving(returns, alive, leave, frame, run)


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
    traced = run.fact(test).truth
    with run.traced(traced is not False), run.guarded(test, frame, True, value.opaque):
        refine(test, True, frame, run)
        then_alive = then()
    after_then = run.snapshot(frame)
    run.restore(frame, before)
    with run.traced(traced is not True), run.guarded(test, frame, False, value.opaque):
        refine(test, False, frame, run)
        else_alive = orelse()
    if then_alive and else_alive:
        after_else = run.snapshot(frame)
        run.meet(frame, after_then, after_else, opaque=value.opaque)
        if traced is not None:
            transfer.keep_facts(after_then.names if traced else after_else.names, frame)
        return True
    if then_alive:
        run.restore(frame, after_then)
    if then_alive or else_alive:
        # What follows runs only on this side of the test; the function's end takes it off.
        run.guards.append(Guard(test, frame.module, then_alive, value.opaque))
    return then_alive or else_alive


def _if(node: cst.If, frame: Frame, run: Run) -> bool:
    value = expressions.ask(node.test, frame, run)
    transfer.ask_type(node.test, frame, run)
    orelse: Block = ()
    if isinstance(node.orelse, cst.If):
        orelse = (node.orelse,)
    elif node.orelse is not None:
        orelse = body_of(node.orelse.body)
    if truth(value) is not None and value.opaque:
        note_leaving(node, frame, run)
    alive = branch(
        node.test,
        value,
        frame,
        run,
        lambda: execute(body_of(node.body), frame, run),
        lambda: execute(orelse, frame, run),
    )
    assignment.note_choice(node, value, frame)
    return alive


def note_leaving(node: cst.CSTNode, frame: Frame, run: Run) -> None:
    """The flag decides whether the function goes on behind the test."""
    if frame.module.facts(node, _returns):
        frame.steered = True
    if frame.module.facts(node, _raises) and run.attempts:
        run.attempts[-1].steered = True


_LEAVING = (cst.Return, cst.Yield, cst.Break, cst.Continue)


def _returns(node: cst.CSTNode) -> bool:
    return any(True for _ in walk_same_function(node, *_LEAVING))


def _raises(node: cst.CSTNode) -> bool:
    return any(True for _ in walk_same_function(node, cst.Raise))


def _assert(node: cst.Assert, frame: Frame, run: Run) -> bool:
    value = expressions.ask(node.test, frame, run)
    known = truth(value)
    if known is not True:
        run.note_raised("builtins.AssertionError")
    if known is None:
        run.guards.append(Guard(node.test, frame.module, True, value.opaque))
    return known is not False


# By the class itself: libcst's classes are abstract ones, whose `isinstance` is slow.
_EXECUTIONS: dict[type[cst.CSTNode], Callable[[Any, Frame, Run], bool]] = {
    cst.SimpleStatementLine: _line,
    cst.Expr: _expression,
    cst.Assign: _assignment,
    cst.Return: _return,
    cst.If: _if,
    cst.For: lambda node, frame, run: loops.for_loop(node, frame, run),
    cst.While: lambda node, frame, run: loops.while_loop(node, frame, run),
    cst.With: _with,
    cst.Try: lambda node, frame, run: exceptions.try_statement(node, frame, run),
    cst.TryStar: lambda node, frame, run: exceptions.try_statement(node, frame, run),
    cst.Match: lambda node, frame, run: patterns.match_statement(node, frame, run),
}

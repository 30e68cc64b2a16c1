"""Follows values through statements."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from layerlint.model.calls import is_name
from layerlint.model.values.algebra import element
from layerlint.model.values.expressions import augmented, evaluate
from layerlint.model.values.fact import PYTHON, UNKNOWN, join
from layerlint.model.values.frames import Environment, Frame, Run, bind
from layerlint.model.walk import walk, walk_kinds

# What stands in loops within loops is followed twice in each. Deeper ones are followed once, with
# nothing known of the locals that they mention.
_DEPTH_OF_LOOPS = 5


def execute(body: Sequence[cst.CSTNode], frame: Frame, run: Run) -> bool:
    """Run statements; whether the function, or the loop, is left for certain."""
    return any(_statement(statement, frame, run) for statement in body)


def _statement(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    match node:
        case cst.SimpleStatementLine(body=body) | cst.SimpleStatementSuite(body=body):
            return any(_small(small, frame, run) for small in body)
        case cst.IndentedBlock(body=body):
            return execute(body, frame, run)
        case cst.If():
            return _if(node, frame, run)
        case cst.For():
            bind(node.target, element(evaluate(node.iter, frame, run)), frame)
            _repeat(node.body, frame, run)
            _else(node.orelse, frame, run)
        case cst.While():
            evaluate(node.test, frame, run)
            _repeat(node.body, frame, run)
            _else(node.orelse, frame, run)
        case cst.Try() | cst.TryStar():
            _try(node, frame, run)
        case cst.With():
            for item in node.items:
                evaluate(item.item, frame, run)
                if item.asname is not None:
                    bind(item.asname.name, UNKNOWN, frame)
            return _statement(node.body, frame, run)
        case cst.FunctionDef():
            frame.functions[node.name.value] = node
            frame.names.pop(node.name.value, None)
        case cst.Match():
            evaluate(node.subject, frame, run)
            _cases(node, frame, run)
    return False


def _small(node: cst.CSTNode, frame: Frame, run: Run) -> bool:
    match node:
        case cst.Expr(value=value):
            evaluate(value, frame, run)
        case cst.Assign(targets=targets, value=value):
            fact = evaluate(value, frame, run)
            for target in targets:
                bind(target.target, fact, frame)
                if isinstance(target.target, cst.Name) and isinstance(value, cst.Lambda):
                    frame.functions[target.target.value] = value
        case cst.AnnAssign(target=target, value=value) if value is not None:
            bind(target, evaluate(value, frame, run), frame)
        case cst.AugAssign(target=target):
            bind(target, augmented(node, frame, run), frame)
        case cst.Return(value=value):
            frame.returned.append(PYTHON if value is None else evaluate(value, frame, run))
            return True
        case cst.Assert(test=test):
            evaluate(test, frame, run)
        case cst.Nonlocal(names=items):
            frame.borrowed.update(item.name.value for item in items)
        case cst.Continue() | cst.Break():
            if frame.exits:
                frame.exits[-1].append(dict(frame.names))
            return True
        case cst.Raise():
            return True
    return False


def _if(node: cst.If, frame: Frame, run: Run) -> bool:
    tested = evaluate(node.test, frame, run)
    if tested.size is not None:
        run.values.size_tested.add(id(frame.node))
    _distrust(node.test, frame)
    before = dict(frame.names)
    ends = tested.truth is False or _statement(node.body, frame, run)
    taken, frame.names = frame.names, before
    ends_too = tested.truth is True
    if node.orelse is not None and not ends_too:
        other = node.orelse.body if isinstance(node.orelse, cst.Else) else node.orelse
        ends_too = _statement(other, frame, run)
    if ends_too:
        frame.names = taken
    elif not ends:
        frame.names = merge(taken, frame.names)
    return ends and ends_too


def _distrust(test: cst.CSTNode, frame: Frame) -> None:
    """Forget what is known of a name whose type the code itself asks for."""
    for node in walk_kinds(test, cst.Call):
        if is_name(node.func, "isinstance") and node.args:
            for name in walk_kinds(node.args[0].value, cst.Name):
                if name.value in frame.names:
                    frame.names[name.value] = UNKNOWN


def _cases(node: cst.Match, frame: Frame, run: Run) -> None:
    """The cases of a `match`, each on its own; what a pattern binds is not known."""
    merged = dict(frame.names)
    for case in node.cases:
        for part in walk(case.pattern):
            if isinstance(part, (cst.MatchAs, cst.MatchStar)) and part.name is not None:
                bind(part.name, UNKNOWN, frame)
        # A guard that is false leaves what its pattern has bound.
        after_pattern = dict(frame.names)
        if case.guard is not None:
            evaluate(case.guard, frame, run)
        merged = merge(merged, frame.names)
        if not _statement(case.body, frame, run):
            merged = merge(merged, frame.names)
        frame.names = after_pattern
    frame.names = merged


def _repeat(body: cst.CSTNode, frame: Frame, run: Run) -> None:
    """A loop: its body sees what was there before, or what it left behind itself."""
    deep = len(frame.exits) >= _DEPTH_OF_LOOPS
    if deep:
        for name in walk_kinds(body, cst.Name):
            if name.value in frame.names:
                frame.names[name.value] = UNKNOWN
    for _ in range(1 if deep else 2):
        before = dict(frame.names)
        frame.exits.append([])
        ends = _statement(body, frame, run)
        ways = frame.exits.pop()
        if not ends:
            ways.append(frame.names)
        for names in ways:
            before = merge(before, names)
        frame.names = before


def _else(orelse: cst.Else | None, frame: Frame, run: Run) -> None:
    if orelse is not None:
        _statement(orelse.body, frame, run)


def _try(node: cst.Try | cst.TryStar, frame: Frame, run: Run) -> None:
    if node.handlers:
        run.values.careful.add(id(frame.node))
    before = dict(frame.names)
    _statement(node.body, frame, run)
    _else(node.orelse, frame, run)
    after = frame.names
    for handler in node.handlers:
        frame.names = merge(before, after)
        if not _statement(handler.body, frame, run):
            after = merge(after, frame.names)
    frame.names = after
    if node.finalbody is not None:
        _statement(node.finalbody.body, frame, run)


def merge(first: Environment, second: Environment) -> Environment:
    """What holds whichever way was taken; a name bound on one way only is unknown."""
    merged = {**second, **first}
    # Most of what is known is the very same on both ways.
    differing = [name for name, fact in merged.items() if second.get(name) is not fact]
    differing += [name for name in second if name not in first]
    for name in differing:
        merged[name] = join([first.get(name, UNKNOWN), second.get(name, UNKNOWN)])
    return merged

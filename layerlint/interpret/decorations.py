"""Functions after their decorators, as far as these are written in the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.facts.python import DISPATCHING_DECORATORS
from layerlint.interpret import expressions, invocation, keeping, objects
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.kinds import ClassRef
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, revised
from layerlint.syntax import cst
from layerlint.syntax.walk import children

if TYPE_CHECKING:
    from layerlint.model.module import Module


def decorated(
    function: Value, node: cst.FunctionDef, frame: Frame, run: Run, module: Module | None = None
) -> Value:
    """The function after its decorators, as far as these are written in the project.

    `module`: the home of one that is defined once, at the top or in a class.
    """
    if not node.decorators:
        return function
    home = module or frame.module
    if any(home.resolve(each.decorator) in DISPATCHING_DECORATORS for each in node.decorators):
        # Which of its registered functions runs is asked of an argument, which may be the flag.
        options = [*function.callees, *_registered(node, home)]
        return Value(callees=tuple(options), derived=True)
    if module is None:
        return _applied(function, node, frame, run)
    if node not in run.decorations:
        top = Frame(module, None, None)
        run.decorations[node] = keeping.made_before(lambda: _applied(function, node, top, run), run)
    return run.decorations[node]


def _registered(node: cst.FunctionDef, home: Module) -> Iterator[Callee]:
    """The functions that `@act.register(...)` adds to one of several."""
    block = home.parent(node)
    for other in children(block) if block is not None else ():
        if isinstance(other, cst.FunctionDef) and other is not node:
            for decorator in other.decorators:
                text = home.source(decorator.decorator)
                if text.startswith(f"{node.name.value}.register"):
                    yield Callee(other, home)


def _applied(function: Value, node: cst.FunctionDef, home: Frame, run: Run) -> Value:
    for decorator in reversed(node.decorators):
        with run.aside():
            applied = expressions.evaluate(decorator.decorator, home, run)
            result = _decorated_by(applied, function, decorator.decorator, home, run)
        function = result if result.callees or objects.is_object(result) else function
    return function


def _decorated_by(
    applied: Value, function: Value, node: cst.BaseExpression, home: Frame, run: Run
) -> Value:
    given = [Argument(function)]
    if applied.callees:
        return invocation.invoke_value(applied, given, node, home, run)
    made: Value | None = None
    if isinstance(applied.const, ClassRef):
        made = objects.instantiate(applied.const, given, node, home, run)
    elif objects.is_object(applied):
        made = objects.special(applied, "__call__", [function], node, home, run)
    else:
        return function
    if made is None or not (made.callees or objects.is_object(made)):
        # What an object that holds the function does with it is not followed.
        return revised(function, derived=True)
    return made


def bound_to(function: Value, owner: Value) -> Value:
    """The method that a function becomes as an attribute of `owner`."""
    first = (Argument(owner),)
    callees = tuple(replace(each, given=(*first, *each.given)) for each in function.callees)
    return revised(function, callees=callees)

"""What a name stands for where it is used, in code that runs from top to bottom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TypeVar

from layerlint.model.module import Module
from layerlint.queries.called_functions import named_parameters
from layerlint.syntax import cst
from layerlint.syntax.matching import parts_bound
from layerlint.syntax.walk import (
    around,
    begins_before,
    innermost,
    is_behind,
    is_below,
    walk_same_function,
)

Value = TypeVar("Value")
# A node that binds a name, and the value that it is given.
Binding = tuple[cst.CSTNode, cst.BaseExpression | None]

_BINDING: tuple[type[cst.CSTNode], ...] = (
    *(cst.Assign, cst.AnnAssign, cst.AugAssign, cst.For),
    *(cst.AsName, cst.NamedExpr, cst.Global, cst.Del, cst.ImportAlias),
    *(cst.FunctionDef, cst.ClassDef, cst.MatchAs, cst.MatchStar),
)
_DEFINITIONS = (cst.FunctionDef, cst.ClassDef)
# Of data on its way: names and methods.
_MOST_STEPS = 12
# A `with` block is no such: whoever comes out of it has run it.
_BLOCKS = (cst.If, cst.Else, cst.For, cst.While, cst.Try, cst.ExceptHandler, cst.Match)
_ELSEWHEN = (cst.FunctionDef, cst.Lambda)


def value_at(
    name: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.BaseExpression | None:
    """The last thing that `x` was given before `use`; None where ways part.

    Of `self.x` the one thing that its class gives it.
    """
    found = _binding_at(name, use, module)
    return found[1] if found is not None else None


def expression_behind(
    node: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.BaseExpression:
    """What a name was given last before `use`, where that is certain, else `node` as it stands."""
    value = value_at(node, use, module) if isinstance(node, cst.Name) else None
    return value if value is not None else node


def steps_of(data: cst.BaseExpression, use: cst.CSTNode, module: Module) -> Iterator[cst.Call]:
    """The methods that data at `use` came through, `data.map(f).batch(8)`, the last one first.

    Names are followed to what they were given; longer ways not to their beginning.
    """
    for _ in range(_MOST_STEPS):
        if isinstance(data, cst.Name):
            value = value_at(data, use, module)
            if value is None:
                return
            data, use = value, value
        elif isinstance(data, cst.Call) and isinstance(data.func, cst.Attribute):
            yield data
            data = data.func.value
        else:
            return


def result_of_lines(
    function: cst.FunctionDef,
    known: dict[str, Value | None],
    of: Callable[[cst.BaseExpression], Value | None],
) -> Value | None:
    """What a function returns that runs from top to bottom; None where that is not seen.

    `of` tells it of an expression by what is `known` of names, where their values are put down.
    """
    for line in function.body.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else (line,):
            match small:
                case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
                    known[name] = of(small.value)
                case cst.Return(value=value) if value is not None:
                    return of(value)
                case cst.Expr(value=cst.SimpleString()):
                    pass
                case _:
                    return None
    return None


def node_at(name: cst.Name, use: cst.CSTNode, module: Module) -> cst.CSTNode | None:
    """What has bound `x` last before `use`: an assignment, say, also one with an operator."""
    found = _binding_at(name, use, module)
    return found[0] if found is not None else None


def _binding_at(name: cst.BaseExpression, use: cst.CSTNode, module: Module) -> Binding | None:
    text = module.source(name)
    if isinstance(name, cst.Attribute):
        return _only_binding(text, name, module)
    function = module.function(use)
    scope = module.scope_of(name, text) if isinstance(name, cst.Name) else function
    if isinstance(scope, (cst.Lambda, cst.BaseComp)) and is_below(use, scope):
        return None
    if isinstance(scope, cst.FunctionDef) and scope is not function:
        bound = _bindings(text, scope, module)
        mixed = len(bound) != 1 or text in named_parameters(scope)
        return None if mixed else bound[0]
    if function is not None:
        bound = _bindings(text, function, module)
        if bound:
            return _last(bound, use)
        if text in named_parameters(function):
            return None
    bound = _bindings(text, module.tree, module)
    if function is None:
        return _last(bound, use)
    # A function that is wrapped keeps its name.
    bound = [each for each in bound if not isinstance(each[0], _DEFINITIONS)]
    return bound[0] if len(bound) == 1 else None


def comes_first(node: cst.CSTNode, use: cst.CSTNode) -> bool:
    """Whether whoever comes to `use` has run `node` before."""
    if not begins_before(node, use):
        return False
    inner = node
    for outer in around(node):
        apart = isinstance(outer, _ELSEWHEN) or (
            isinstance(outer, _BLOCKS) and not _runs_anyway(inner, outer, use)
        )
        if apart and not is_below(use, inner):
            return False
        inner = outer
    return True


def _runs_anyway(part: cst.CSTNode, block: cst.CSTNode, use: cst.CSTNode) -> bool:
    """Whether a part of a compound statement runs before what else is below it, or behind it."""
    if isinstance(part, cst.BaseExpression):
        return True  # a test, or what is looped over
    if isinstance(block, cst.Try):
        whole = part is block.body and block.orelse is not None and is_below(use, block.orelse)
        return whole or part is block.finalbody
    return False


def _each_time(node: cst.CSTNode, use: cst.CSTNode) -> bool:
    """Whether the loops around `use` run `node` as often, so that no other round comes between."""
    return all(is_below(node, loop) for loop in around(use, cst.For, cst.While))


def _only_binding(text: str, attribute: cst.Attribute, module: Module) -> Binding | None:
    """Where an attribute is given its value, if its class gives it one thing only."""
    owner = module.class_around(attribute)
    bound = _bindings(text, owner, module) if owner is not None else []
    return bound[0] if len(bound) == 1 else None


def _last(bound: list[Binding], use: cst.CSTNode) -> Binding | None:
    before = bisect_left(bound, True, key=lambda each: not begins_before(each[0], use))
    # The binding that holds the use, `x = Dense(3)(x)`, comes after it.
    while before and not is_behind(use, bound[before - 1][0]):
        before -= 1
    if not before:
        return None
    last = bound[before - 1]
    one = len(bound) == 1
    first = comes_first(last[0], use)
    certain = first and _each_time(last[0], use)
    return last if certain or (one and innermost(last[0], *_BLOCKS) is None) else None


def _bindings(text: str, scope: cst.CSTNode, module: Module) -> list[Binding]:
    """Where the scope, of a class its methods, binds the name, with the value if there is one."""
    key = (_all_bindings, scope)
    return module.remembered(key, lambda: _all_bindings(scope, module)).get(text, [])


def _all_bindings(scope: cst.CSTNode, module: Module) -> dict[str, list[Binding]]:
    """Where the scope, of a class its methods, binds each of its names, in source order."""
    bodies = [scope.body] if isinstance(scope, cst.FunctionDef) else [scope]
    if isinstance(scope, cst.ClassDef):
        bodies = [each.body for each in scope.body.body if isinstance(each, cst.FunctionDef)]
    found: dict[str, list[Binding]] = {}
    for body in bodies:
        for node in walk_same_function(body, *_BINDING):
            for text, value in _bound(node, module):
                found.setdefault(text, []).append((node, value))
    return found


def _bound(node: cst.CSTNode, module: Module) -> Iterator[tuple[str, cst.BaseExpression | None]]:
    """The names that a node binds, with what they are given."""
    match node:
        case cst.Assign(targets=targets, value=value):
            for target in targets:
                for part, own in parts_bound(target.target, value):
                    yield module.source(part), own
        case cst.AnnAssign(target=target, value=value):
            yield module.source(target), value
        case cst.For(target=target) | cst.AsName(name=target):
            for part, _ in parts_bound(target, None):
                yield module.source(part), None
        case cst.AugAssign(target=target) | cst.NamedExpr(target=target) | cst.Del(target=target):
            yield module.source(target), None
        case cst.FunctionDef(name=target) | cst.ClassDef(name=target):
            yield target.value, None
        case cst.MatchAs(name=cst.Name() as target) | cst.MatchStar(name=cst.Name() as target):
            yield target.value, None
        case cst.ImportAlias(name=target, asname=None):
            yield module.source(target).partition(".")[0], None
        case cst.Global(names=names):
            for text in dict.fromkeys(item.name.value for item in names):
                yield text, None

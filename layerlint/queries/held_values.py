"""What a name, an attribute or an item of a collection may hold, by all that gives it something.

In its function, in its class, and by those who call either: `Trainer(make_model())` gives
`self.model` a value. For a loop over a list, what stands in the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.methods import parameters_of
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import (
    arguments,
    callers,
    function_named,
    is_handed_on,
    named_parameters,
)
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    literal,
    mapping_display,
    parts_made,
    self_attribute,
)
from layerlint.syntax.walk import around, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_BINDERS = (cst.Assign, cst.AnnAssign, cst.AugAssign, cst.For, cst.CompFor, cst.AsName)
_LONGEST_WAY = 4
# What is given: the value, and whether it is an item of that; None for what is not seen.
Given = tuple["cst.BaseExpression | None", bool]
# A collection of more things than these is made by a program.
_MOST = 32
# Each step back of a longer question may part into so many.
_MOST_WAYS = 8


def held_values(node: cst.BaseExpression, module: Module) -> list[cst.BaseExpression]:
    """What an expression may hold, one step back; empty where something of it is not seen."""
    return _held(node, module, _LONGEST_WAY)


def only_call(node: cst.BaseExpression, module: Module) -> cst.Call | None:
    """The one call that makes what an expression stands for, through names and attributes."""
    for _ in range(_LONGEST_WAY):
        if isinstance(node, cst.Call):
            return node
        held = held_values(node, module)
        if len(held) != 1:
            return None
        node = held[0]
    return None


def only_made(node: cst.BaseExpression, module: Module) -> cst.Call | None:
    """The call that makes what an expression stands for, in a function that returns it as well."""
    for _ in range(_LONGEST_WAY):
        call = only_call(node, module)
        function = function_named(call.func, module) if call is not None else None
        if function is None or function.decorators:
            return call
        result = module.facts(function, only_result)
        if result is None:
            return call
        node = result
    return None


def maker_of(call: cst.Call, module: Module) -> cst.Call | None:
    """The call that makes what a call runs: `Dense(8)` for `Dense(8)(x)` and `dense(x)`."""
    straight = value_at(call.func, call, module) if isinstance(call.func, cst.Name) else None
    return straight if isinstance(straight, cst.Call) else only_call(call.func, module)


def is_asked_about(name: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether a test around `use` asks about what a name holds: not all of it comes there then."""
    if isinstance(name, cst.Call):
        return False
    written = module.source(name)
    tests = [each.test for each in around(use, cst.If, cst.IfExp)]
    return any(
        module.source(each) == written for test in tests for each in walk_kinds(test, type(name))
    )


def calls_behind(
    node: cst.BaseExpression, module: Module, depth: int = _LONGEST_WAY
) -> list[cst.Call]:
    """The calls that make all that an expression may stand for; empty where one is not seen."""
    if isinstance(node, cst.Call):
        return [node]
    held = held_values(node, module) if depth else []
    if len(held) > _MOST_WAYS:
        return []
    calls = [calls_behind(each, module, depth - 1) for each in held]
    return [call for found in calls for call in found] if all(calls) else []


def _held(node: cst.BaseExpression, module: Module, depth: int) -> list[cst.BaseExpression]:
    match node:
        case cst.Subscript(value=holder, slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            return _items(holder, module, depth, _key(key, module, depth))
        case cst.Attribute(value=cst.Name(value=owner), attr=cst.Name(value=attribute)):
            if owner in ("self", "cls"):
                found = module.class_around(node)
            else:
                found = module.class_statements.get(_class_of(owner, node, module))
            return _of(found, attribute, module, depth) if found is not None else []
        case cst.Name(value=name):
            scope = module.scope_of(node, name)
            if isinstance(scope, (cst.FunctionDef, cst.BaseComp)):
                return _of(scope, name, module, depth)
            if scope is None:
                steady = module.steady_value(name)
                return _of(module.tree, name, module, depth) if steady is None else [steady]
    return []


def _key(key: cst.BaseExpression, module: Module, depth: int) -> object:
    """The key or place that is asked for, where it is known, itself or behind one name."""
    held = _held(key, module, depth - 1) if depth and isinstance(key, cst.Name) else []
    return literal(held[0] if len(held) == 1 else key)


def _class_of(owner: str, node: cst.CSTNode, module: Module) -> str:
    """The name of a class, or of that which a parameter is annotated with."""
    function = module.function(node)
    params = parameters_of(function.params) if function is not None else ()
    told = next((each.annotation for each in params if each.name == owner), None)
    return told.value if isinstance(told, cst.Name) else owner


def _of(scope: cst.CSTNode, name: str, module: Module, depth: int) -> list[cst.BaseExpression]:
    """What a name holds that belongs to a function, to a class, to a loop or to the top level.

    Names may hold each other's items, over and over: what one holds is found out once.
    """
    key = (_of, scope, name, depth)
    return module.remembered(key, lambda: _plain(_given(scope, name, module), module, depth))


def _given(scope: cst.CSTNode, name: str, module: Module) -> list[Given]:
    if isinstance(scope, cst.ClassDef):
        return module.facts(scope, _attributes).get(name, [])
    given = list(module.facts(scope, _written).get(name, ()))
    if scope is module.tree:
        return given if all(is_item for _, is_item in given) else []
    if isinstance(scope, cst.FunctionDef) and name in named_parameters(scope):
        calls = callers(scope, module)
        given += [(_passed(name, call, scope, module), False) for call in calls]
        if is_handed_on(scope, module):
            given.append((None, False))  # who has got the function may call it
    return given


def _passed(
    name: str, call: cst.Call, function: cst.FunctionDef, module: Module
) -> cst.BaseExpression | None:
    """What a call gives a parameter: the default, if it surely leaves it out."""
    passed = arguments(call, function, module)
    if name in passed or any(each.star for each in call.args):
        return passed.get(name)
    return next(
        (each.default for each in parameters_of(function.params) if each.name == name), None
    )


def _plain(given: list[Given], module: Module, depth: int) -> list[cst.BaseExpression]:
    """The values, items of collections taken out; empty if one of them is not seen."""
    found: list[cst.BaseExpression] = []
    for value, is_item in given:
        if value is None:
            return []
        values = _items(value, module, depth) if is_item else [value]
        if not values:
            return []
        found += values
    return found


def _items(
    holder: cst.BaseExpression, module: Module, depth: int, key: object = None
) -> list[cst.BaseExpression]:
    """What stands in a list, a tuple or a dictionary, or at one place of it."""
    match holder:
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            if any(isinstance(each, cst.StarredElement) for each in elements):
                return []
            values = [each.value for each in elements[:_MOST]]
            if isinstance(key, int) and -len(elements) <= key < len(elements):
                return [elements[key].value]
            return values if len(values) == len(elements) else []
        case cst.Dict(elements=elements):
            pairs = [each for each in elements if isinstance(each, cst.DictElement)]
            if len(pairs) != len(elements) or len(pairs) > _MOST:
                return []
            named = [each.value for each in pairs if literal(each.key) == key]
            return named or [each.value for each in pairs]
        case cst.Call(func=cst.Name("dict")) if (mapped := mapping_display(holder)) is not None:
            return (
                [mapped[key]]
                if isinstance(key, str) and key in mapped
                else [*mapped.values()][:_MOST]
            )
        case cst.ListComp(elt=element):
            return [element]
        case cst.DictComp(value=element):
            return [element]
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name("values")), args=[]):
            return _items(inner, module, depth - 1) if depth else []
    known = depth and not isinstance(holder, cst.Call)
    held = _held(holder, module, depth - 1) if known else []
    return _items(held[0], module, depth - 1, key) if len(held) == 1 else []


def _attributes(statement: cst.ClassDef) -> dict[str, list[Given]]:
    """What the methods of a class give each attribute of `self`, else what its body gives it."""
    found: dict[str, list[Given]] = {}
    for node in walk_kinds(statement, *_BINDERS):
        for target, value, is_item in _bound(node):
            attribute = self_attribute(target)
            if attribute is not None:
                found.setdefault(attribute, []).append((value, is_item))
    lines = [line for line in statement.body.body if isinstance(line, cst.SimpleStatementLine)]
    for node in (each for line in lines for each in line.body):
        for target, value, is_item in _bound(node):
            if isinstance(target, cst.Name) and target.value not in found:
                found[target.value] = [(value, is_item)]
    return found


def _written(scope: cst.CSTNode) -> dict[str, list[Given]]:
    """What each name of a function is given, or of the top level."""
    nodes = (
        walk_kinds(scope, *_BINDERS)
        if isinstance(scope, cst.BaseComp)
        else walk_same_function(
            scope.body if isinstance(scope, cst.FunctionDef) else scope, *_BINDERS
        )
    )
    found: dict[str, list[Given]] = {}
    for node in nodes:
        for target, value, is_item in _bound(node):
            if isinstance(target, cst.Name):
                found.setdefault(target.value, []).append((value, is_item))
    return found


Bound = tuple[cst.BaseExpression, "cst.BaseExpression | None", bool]


def _bound(node: cst.CSTNode) -> Iterator[Bound]:
    """The targets of a statement, each with what it is given."""
    match node:
        case cst.Assign(targets=targets, value=value):
            for target in targets:
                yield from _spread(target.target, value, False)
        case cst.AnnAssign(target=target, value=value):
            if value is not None:
                yield target, value, False
        case cst.AugAssign(target=target) | cst.AsName(name=target):
            yield target, None, False
        case cst.For(target=target, iter=iterated) | cst.CompFor(target=target, iter=iterated):
            yield from _looped(target, iterated)


def _spread(
    target: cst.BaseExpression, value: cst.BaseExpression | None, is_item: bool
) -> Iterator[Bound]:
    """The names of a target, each with its own part of the value, if that can be told."""
    if is_item and not isinstance(target, (cst.Tuple, cst.List)):
        yield target, value, True
        return
    for part, own in parts_made(target, None if is_item else value):
        yield part, own, False


def _looped(target: cst.BaseExpression, iterated: cst.BaseExpression) -> Iterator[Bound]:
    """The names of a loop: over a list, over several at once, over the items of a dictionary."""
    match target, iterated:
        case cst.Tuple(elements=names), cst.Call(func=cst.Name("zip"), args=args) if len(
            names
        ) == len(args):
            for name, argument in zip(names, args, strict=True):
                yield from _spread(name.value, argument.value, True)
        case (
            cst.Tuple(elements=[first, second]),
            cst.Call(func=cst.Name("enumerate"), args=[argument, *_]),
        ):
            yield first.value, None, False
            yield from _spread(second.value, argument.value, True)
        case (
            cst.Tuple(elements=[first, second]),
            cst.Call(func=cst.Attribute(value=holder, attr=cst.Name("items")), args=[]),
        ):
            yield first.value, None, False
            yield from _spread(second.value, holder, True)
        case cst.Tuple(), cst.Tuple(elements=rows) | cst.List(elements=rows) if all(
            isinstance(each.value, (cst.Tuple, cst.List)) for each in rows
        ):
            for row in rows:
                yield from _spread(target, row.value, False)
        case _:
            yield from _spread(target, iterated, True)

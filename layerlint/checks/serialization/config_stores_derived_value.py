"""LL508: `get_config` saves a value that `__init__` computes again from it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.recipes.get_config import own_from_config
from layerlint.model.config import config_of
from layerlint.model.constructor import Argument, arguments_of
from layerlint.model.layer import LayerClass
from layerlint.queries.config_practice import config_never_read
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import mentions

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def config_stores_derived_value(layer: LayerClass) -> Iterator[Finding]:
    """Report keys that hold an arithmetic expression of the argument of the same name."""
    if "get_config" not in layer.methods or own_from_config(layer) is not None:
        return
    config = config_of(layer)
    if config is None:
        return
    arguments = arguments_of(layer)
    for key in config.keys.values():
        argument = arguments.get(key.name)
        attribute = self_attribute(key.value) if key.value is not None else None
        if argument is None or attribute is None or key.module is not layer.module:
            continue
        source = _derivation(layer, argument, attribute)
        if source is not None and not config_never_read(layer):
            fields = {
                "layer": layer.name,
                "value": f"self.{attribute}",
                "key": key.name,
                "expression": source,
            }
            yield Finding(key.value or key.node, fields=fields)


def _derivation(layer: LayerClass, argument: Argument, attribute: str) -> str | None:
    """The expression that makes the attribute from the argument, and another one from that."""
    constructor, bindings = layer.constructor, layer.attributes[attribute].bindings
    if constructor is None or len(bindings) != 1 or bindings[0].method is not constructor:
        return None
    value = bindings[0].value
    if argument.rebound:
        if value is None or not is_name(value, argument.name):
            return None
        return _new_value(constructor, argument.name, value)
    if value is not None and changes_again(value, argument.name):
        return constructor.module.source(value)
    return None


def _new_value(constructor: Method, name: str, read: cst.BaseExpression) -> str | None:
    """What the constructor gives the name instead, where it always does, once, and by arithmetic.

    Always: as a statement of its body. What is `read` before has the value that was passed.
    """
    given = [
        node
        for node in constructor.own_nodes(
            cst.Assign, cst.AugAssign, cst.AnnAssign, cst.NamedExpr, cst.For
        )
        if any(is_name(part, name) for part in _targets(node))
    ]
    module = constructor.module
    if len(given) != 1 or module.parent(module.statement(given[0])) is not constructor.node.body:
        return None
    if module.span(read).start < module.span(given[0]).start:
        return None
    match given[0]:
        case cst.Assign(value=value) if changes_again(value, name):
            return module.source(value)
        case cst.AugAssign(target=cst.Name() as target, operator=sign, value=value):
            binary = getattr(cst, type(sign).__name__.removesuffix("Assign"))
            whole = cst.BinaryOperation(target, binary(), value)
            return module.tree.code_for_node(whole) if changes_again(whole, name) else None
    return None


def _targets(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What a statement gives a value; of a tuple, each element."""
    match node:
        case cst.Assign(targets=targets):
            for target in targets:
                yield from _targets(target.target)
        case (
            cst.AugAssign(target=target)
            | cst.AnnAssign(target=target)
            | cst.NamedExpr(target=target)
            | cst.For(target=target)
        ):
            yield from _targets(target)
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for element in elements:
                yield from _targets(element.value)
        case _:
            yield node


_OPERATIONS: dict[type[cst.BaseBinaryOp], Callable[[float, float], float]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Multiply: operator.mul,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
    cst.Power: operator.pow,
}
# What the expression is tried on: a size, another one, a rate.
_SAMPLES = (7.0, 12.0, 0.3)


def changes_again(expression: cst.BaseExpression, name: str) -> bool:
    """Whether applying the arithmetic to its own result gives another value, for most values.

    Of what stands in it besides the name and numbers, each text is some number.
    """
    if not isinstance(expression, (cst.BinaryOperation, cst.UnaryOperation)):
        return False
    changed = 0
    for sample in _SAMPLES:
        unknown: dict[str, float] = {}
        try:
            once = _evaluated(expression, name, sample, unknown)
            twice = _evaluated(expression, name, once, unknown) if once is not None else None
        except (ArithmeticError, TypeError):
            continue  # no value for this one: the others decide
        if once is None or twice is None:
            return False
        changed += once != twice
    return changed * 2 > len(_SAMPLES)


def _evaluated(
    node: cst.BaseExpression, name: str, value: float, unknown: dict[str, float]
) -> float | None:
    """The value of the arithmetic, None where the name stands in something else."""
    match node:
        case cst.Name(value=read) if read == name:
            return value
        case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
            negated = _evaluated(inner, name, value, unknown)
            return -negated if negated is not None else None
        case cst.BinaryOperation(left=left, operator=sign, right=right) if (
            operation := _OPERATIONS.get(type(sign))
        ):
            first = _evaluated(left, name, value, unknown)
            second = _evaluated(right, name, value, unknown)
            if first is None or second is None:
                return None
            return operation(first, second)
    if mentions(node, name):
        return None
    number = literal(node)
    if isinstance(number, (int, float)) and not isinstance(number, bool):
        return float(number)
    text = cst.Module([]).code_for_node(node)
    return unknown.setdefault(text, 3.0 + 2.0 * len(unknown))

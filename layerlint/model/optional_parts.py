"""Layers that an instance of a class only has, or that only differ by mode, where it is asked to.

`Block(4)` has no dropout where `def __init__(self, units, rate=None)` makes one `if rate:`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.facts.modes import mode_of
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal, self_attribute
from layerlint.syntax.walk import around, is_below

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

_BEYOND_NOTHING = (cst.GreaterThan, cst.NotEqual, cst.IsNot)


def asked_for(parts: Iterable[Sublayer], maker: Sublayer) -> Iterator[Sublayer]:
    """Those of the layers of a class that the call which makes `maker` may ask for.

    It does not where the part is made or differs by an argument that is None, False or zero there,
    by default or as it is passed.
    """
    constructor = maker.layer.constructor if maker.layer is not None else None
    off = _switched_off(maker, constructor) if constructor is not None else frozenset[str]()
    for part in parts:
        if constructor is None or not off or _may_be_there(part, maker, constructor, off):
            yield part


def _may_be_there(
    part: Sublayer, maker: Sublayer, constructor: Method, off: frozenset[str]
) -> bool:
    if part.method is None:
        return not _is_made_of(part, maker, constructor, off)
    if part.method is not constructor:
        return True
    return not (_has_no_rate(part, off) or _is_behind_test(part, constructor, off))


def _switched_off(maker: Sublayer, constructor: Method) -> frozenset[str]:
    """The parameters that are nothing in an instance, by the names in the constructor."""
    given = maker.arguments
    if not given.keys().isdisjoint({"*", "**"}):
        return frozenset()
    values = {each.name: each.default for each in constructor.parameters} | given
    return frozenset(
        name for name, value in values.items() if value is not None and _is_nothing(value)
    )


def _is_nothing(value: cst.BaseExpression) -> bool:
    known = literal(value)
    return known is not NOT_LITERAL and not known


def _has_no_rate(part: Sublayer, off: frozenset[str]) -> bool:
    mode = mode_of(part.keras or "")
    if mode is None:
        return False
    given = bind(part.call, mode.positional)
    rates = [given[name] for name in mode.rates if name in given]
    return bool(rates) and all(_is_off(value, off) for value in rates)


def _is_behind_test(part: Sublayer, constructor: Method, off: frozenset[str]) -> bool:
    """Whether the part is made where one of the parameters is something."""
    for ancestor in around(part.call, cst.If, cst.IfExp):
        if not is_below(ancestor, constructor.node):
            return False
        if _asks_for(ancestor.test, off):
            inside = ancestor.body
            return part.call is inside or is_below(part.call, inside)
    return False


def _asks_for(test: cst.BaseExpression, off: frozenset[str]) -> bool:
    match test:
        case cst.BooleanOperation(left=left, operator=cst.And(), right=right):
            return _asks_for(left, off) or _asks_for(right, off)
        case cst.Comparison(left=left, comparisons=[target]):
            beyond = isinstance(target.operator, _BEYOND_NOTHING)
            return beyond and _is_nothing(target.comparator) and _is_off(left, off)
    return _is_off(test, off)


def _is_made_of(part: Sublayer, maker: Sublayer, constructor: Method, off: frozenset[str]) -> bool:
    """Whether a function of the project gives the part for one of the parameters, or nothing."""
    layer = maker.layer
    return layer is not None and any(
        _is_off(argument.value, off)
        for binding in layer.attributes[part.attribute].bindings
        if binding.method is constructor and isinstance(binding.value, cst.Call)
        for argument in binding.value.args
    )


def _is_off(value: cst.BaseExpression, off: frozenset[str]) -> bool:
    name = value.value if isinstance(value, cst.Name) else self_attribute(value)
    return name in off

"""LL446: a layer is given a quotient for a size, which is a float."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.layer_arguments import MADE_WHOLE, SIZES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.held_values import held_values
from layerlint.queries.local_bindings import loop_over
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal
from layerlint.syntax.walk import walk_kinds

_DEPTH = 2
_KEEPS_FLOATS = (cst.Add, cst.Subtract, cst.Multiply, cst.FloorDivide, cst.Divide)


@check(Module, needs=AllOf(Text("/"), AnyOf(*sorted(SIZES))))
def quotient_as_size(module: Module) -> Iterator[Finding]:
    """Report `Dense(units / 2)`, also where the quotient has a name."""
    for call in walk_kinds(module.tree, cst.Call):
        home, _, name = (module.keras(call.func) or "").rpartition(".")
        names = SIZES.get(name) if home == "layers" else None
        for size, given in bind(call, names).items() if names is not None else ():
            quotient = _quotient(given, module, _DEPTH) if size in SIZES[name] else None
            if quotient is not None:
                fields = {"size": size, "layer": name, "code": short(module, quotient)}
                told = frozenset({3}) if (name, size) in MADE_WHOLE else frozenset({2, 3})
                yield Finding(quotient, fields=fields, fix=_fix(quotient, module), generations=told)


def _quotient(node: cst.BaseExpression, module: Module, depth: int) -> cst.BinaryOperation | None:
    """The division that makes a float of a value, whatever is added to it or multiplied."""
    match node:
        case cst.BinaryOperation(operator=cst.Divide()):
            return node
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            if isinstance(operator, _KEEPS_FLOATS):
                return _quotient(left, module, depth) or _quotient(right, module, depth)
        case cst.Name() | cst.Attribute():
            value = value_at(node, node, module) if depth else None
            values = [value] if value is not None else _in_turn(node, module) if depth else []
            found = (_quotient(each, module, depth - 1) for each in values)
            return next(filter(None, found), None)
    return None


def _in_turn(node: cst.BaseExpression, module: Module) -> list[cst.BaseExpression]:
    """What a name stands for, one after the other, that a loop over a list gives its values."""
    looped = isinstance(node, cst.Name) and loop_over(node) is not None
    return held_values(node, module) if looped else []


def _fix(quotient: cst.BinaryOperation, module: Module) -> Fix | None:
    """Divide without a remainder, where it is seen that integers are divided."""
    if isinstance(quotient.left, cst.BinaryOperation) or type(literal(quotient.right)) is not int:
        return None
    return Fix("Use `//`", tuple(replace(module, quotient.operator, "//")))

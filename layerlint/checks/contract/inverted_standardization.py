"""LL443: what has lost its mean is multiplied by the deviation that it should be divided by."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._roots import Factor, factors, is_product, root, spread, tells_spread
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf("sqrt", "rsqrt", "std", "reduce_std", Text("0.5")),
)


@check(Module, needs=NEEDS)
def inverted_standardization(module: Module) -> Iterator[Finding]:
    """Report `(x - mean) / rsqrt(var)`, `(x - mean) * sqrt(var)` and `x / rsqrt(mean(x ** 2))`."""
    seen: set[int] = set()
    for node in walk_kinds(module.tree, cst.BinaryOperation, cst.Call):
        if is_product(node, module) and not _is_part(node, module):
            found = _inverted(factors(node, module), module)
            if found is not None and id(found.value) not in seen:
                # A name that holds the product is a factor of others, in which it is seen again.
                seen.add(id(found.value))
                sign = "/" if found.divides else "*"
                yield Finding(found.node, fields={"root": f"{sign} {short(module, found.node)}"})


def _is_part(node: cst.CSTNode, module: Module) -> bool:
    """Whether the product is a factor of another one, which is looked at as a whole."""
    around = module.parent(node)
    if isinstance(around, cst.Arg):
        around = module.parent(around)
    return around is not None and is_product(around, module)


def _inverted(found: list[Factor], module: Module) -> Factor | None:
    """The one root among factors that multiplies by the spread of another factor."""
    roots = [(each, root(each.value, module)) for each in found]
    known = [(each, inner) for each, inner in roots if inner is not None]
    if len(known) != 1:
        return None
    factor, (inside, is_inverse) = known[0]
    others = [each for each in found if each is not factor]
    if factor.divides != is_inverse or any(tells_spread(each.value) for each in others):
        return None
    measured = spread(inside, module)
    if measured is None or not all(_is_number(each.value) for each in others if each.divides):
        return None
    multiplied = (each for each in others if not each.divides)
    return factor if any(measured.is_of(each, module, is_inverse) for each in multiplied) else None


def _is_number(node: cst.BaseExpression) -> bool:
    """Whether a divisor is a plain number, which standardizes nothing."""
    return isinstance(node, (cst.Integer, cst.Float))

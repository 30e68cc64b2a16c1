"""LL443: what has lost its mean is multiplied by the deviation that it should be divided by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.queries.whole_means import squared
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, positional
from layerlint.syntax.walk import walk_kinds

_MULTIPLY = frozenset({"multiply"})
_DIVIDE = frozenset({"divide", "true_divide", "truediv", "divide_no_nan"})
_MEANS = frozenset({"mean", "reduce_mean"})
_VARIANCES = frozenset({"var", "reduce_variance"})
_DEVIATIONS = frozenset({"std", "reduce_std"})
_AT_LEAST = frozenset({"maximum", "clip", "clip_by_value", "cast", "abs", "identity"})
_MEAN_NAMES = re.compile(r"(?:^|_)(mean|mu|avg|average)(?=_|$)")
_VARIANCE_NAMES = re.compile(r"(?:^|_)(var|variance|sigma2|sigma_sq|sigma_squared)(?=_|$)")
_SPREAD_NAMES = re.compile(r"std|dev|sigma|var|inv|prec|norm")
_NOT_PLAIN = re.compile(r"log|inv|prec|recip")
_STEPS = 4
# A product of more factors than these is none that somebody has written.
_MOST = 24
NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf("sqrt", "rsqrt", "std", "reduce_std", Text("0.5")),
)


@check(Module, needs=NEEDS)
def inverted_standardization(module: Module) -> Iterator[Finding]:
    """Report `(x - mean) / rsqrt(var)`, `(x - mean) * sqrt(var)` and `x / rsqrt(mean(x ** 2))`."""
    seen: set[cst.CSTNode] = set()
    for node in walk_kinds(module.tree, cst.BinaryOperation, cst.Call):
        if _is_product(node, module) and not _is_part(node, module):
            found = _inverted(_factors(node, module), module)
            if found is not None and found.value not in seen:
                # A name that holds the product is a factor of others, in which it is seen again.
                seen.add(found.value)
                sign = "/" if found.divides else "*"
                yield Finding(found.node, fields={"root": f"{sign} {short(module, found.node)}"})


def _is_part(node: cst.CSTNode, module: Module) -> bool:
    """Whether the product is a factor of another one, which is looked at as a whole."""
    around = module.parent(node)
    if isinstance(around, cst.Arg):
        around = module.parent(around)
    return around is not None and _is_product(around, module)


def _inverted(found: list[_Factor], module: Module) -> _Factor | None:
    """The one root among factors that multiplies by the spread of another factor."""
    roots = [(each, _root(each.value, module)) for each in found]
    known = [(each, inner) for each, inner in roots if inner is not None]
    if len(known) != 1:
        return None
    factor, (inside, is_inverse) = known[0]
    others = [each for each in found if each is not factor]
    if factor.divides != is_inverse or any(_tells_spread(each.value) for each in others):
        return None
    measured = _spread(inside, module)
    if measured is None or not all(_is_number(each.value) for each in others if each.divides):
        return None
    multiplied = (each for each in others if not each.divides)
    return factor if any(measured.is_of(each, module, is_inverse) for each in multiplied) else None


def _is_number(node: cst.BaseExpression) -> bool:
    """Whether a divisor is a plain number, which standardizes nothing."""
    return isinstance(node, (cst.Integer, cst.Float))


@dataclass(frozen=True)
class _Factor:
    """One factor of a product, or divisor; `node` is where it is seen in the product."""

    value: cst.BaseExpression
    divides: bool
    node: cst.BaseExpression


def _is_product(node: cst.CSTNode, module: Module) -> bool:
    """Whether tensors are multiplied, or divided, by an operator or a function."""
    match node:
        case cst.BinaryOperation(operator=cst.Multiply() | cst.Divide()):
            return True
        case cst.Call():
            return len(node.args) > 1 and module.operation(node) in _MULTIPLY | _DIVIDE
    return False


def _factors(product: cst.CSTNode, module: Module) -> list[_Factor]:
    """The factors of a product, names followed to products, differences and roots."""
    found: list[_Factor] = []
    assert isinstance(product, cst.BaseExpression)
    ahead = [(_Factor(product, False, product), 0)]
    while ahead and len(found) + len(ahead) < _MOST:
        factor, steps = ahead.pop()
        parts = _parts(factor.value, module)
        if parts is not None:
            for part, divides in parts:
                shown = part if steps == 0 else factor.node
                ahead.append((_Factor(part, factor.divides != divides, shown), steps))
        else:
            value = _followed(factor.value, module) if steps < _STEPS else None
            if value is None:
                found.append(factor)
            else:
                ahead.append((_Factor(value, factor.divides, factor.node), steps + 1))
    return [] if ahead else found


def _parts(
    node: cst.BaseExpression, module: Module
) -> tuple[tuple[cst.BaseExpression, bool], ...] | None:
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            return (left, False), (right, False)
        case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
            return (left, False), (right, True)
        case cst.Call() if _is_product(node, module):
            first, second, *_ = (each.value for each in node.args)
            return (first, False), (second, module.operation(node) in _DIVIDE)
        case cst.Call() if module.operation(node) == "reciprocal" and node.args:
            return ((node.args[0].value, True),)
    return None


def _followed(node: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """What a name was given, unless it is a parameter or given in several ways."""
    return value_at(node, node, module) if isinstance(node, cst.Name) else None


def _root(node: cst.BaseExpression, module: Module) -> tuple[cst.BaseExpression, bool] | None:
    """What a square root is taken of, and whether it is the inverse of that root."""
    match node:
        case cst.BinaryOperation(left=base, operator=cst.Power(), right=exponent):
            power = literal(exponent)
        case cst.Call() if given := positional(node):
            operation, base = module.operation(node), given[0].value
            if operation in ("sqrt", "rsqrt"):
                return base, operation == "rsqrt"
            if operation in _DEVIATIONS:
                return node, False
            if operation not in ("pow", "power") or len(given) < 2:
                return None
            power = literal(given[1].value)
        case _:
            return None
    return (base, power == -0.5) if power in (0.5, -0.5) else None


def _tells_spread(node: cst.BaseExpression) -> bool:
    """Whether a factor is named as one that scales by a spread, in whatever way."""
    return _SPREAD_NAMES.search(_last_name(node) or "") is not None


@dataclass(frozen=True)
class _Spread:
    """A variance, or the mean of squares, that stands under a root."""

    name: str | None
    subject: str | None
    centred: bool

    def is_of(self, factor: _Factor, module: Module, is_inverse: bool) -> bool:
        """Whether a factor is what it is the spread of, its mean taken away.

        Nobody divides by an inverse root, but a tensor may be multiplied by its own length.
        """
        tensor = factor.value
        if not self.centred:
            texts = [module.source(each) for each in (tensor, factor.node)]
            return is_inverse and self.subject in texts
        match tensor:
            case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=mean):
                pass
            case cst.Call(args=[left, mean, *_]) if module.operation(tensor) == "subtract":
                left, mean = left.value, mean.value
            case _:
                return False
        if self.subject is not None:
            return _is_mean(mean, module) and module.source(left) == self.subject
        name = _last_name(mean)
        if name is None or self.name is None or not _MEAN_NAMES.search(name):
            return False
        return _MEAN_NAMES.sub("", name) == _VARIANCE_NAMES.sub("", self.name)


def _spread(node: cst.BaseExpression, module: Module) -> _Spread | None:
    """The spread that makes up a number under a root, whatever is added to it or kept from it."""
    for _ in range(2 * _STEPS):
        name = _last_name(node)
        if name is not None:
            value = _followed(node, module)
            if value is None:
                plain = _VARIANCE_NAMES.search(name) and not _NOT_PLAIN.search(name)
                return _Spread(name, None, True) if plain else None
            node = value
            continue
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Multiply(), right=right):
                node = right if _is_small(left) else left
            case cst.BinaryOperation(left=left, operator=cst.Divide()):
                node = left
            case cst.Call() if given := positional(node):
                operation = module.operation(node)
                if operation in _VARIANCES | _DEVIATIONS:
                    return _Spread(None, module.source(given[0].value), True)
                if operation in _MEANS:
                    return _mean_of_squares(given[0].value, module)
                if operation not in _AT_LEAST | {"add"}:
                    return None
                first = given[0].value
                both = len(given) > 1 and operation in ("maximum", "add")
                node = given[1].value if both and _is_small(first) else first
            case _:
                return None
    return None


def _mean_of_squares(node: cst.BaseExpression, module: Module) -> _Spread | None:
    """The spread around zero: of a difference from the mean it is the variance."""
    base = squared(node, module)
    return _Spread(None, module.source(base), False) if base is not None else None


def _is_small(node: cst.BaseExpression) -> bool:
    """Whether it is a number or an epsilon, and so not the spread."""
    return isinstance(node, (cst.Float, cst.Integer)) or "eps" in (_last_name(node) or "")


def _is_mean(node: cst.BaseExpression, module: Module) -> bool:
    name = _last_name(node)
    if name is not None:
        return _MEAN_NAMES.search(name) is not None
    return module.operation(node) in _MEANS


def _last_name(node: cst.BaseExpression) -> str | None:
    """The name of a variable or an attribute, in small letters."""
    match node:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name.lower()
    return None

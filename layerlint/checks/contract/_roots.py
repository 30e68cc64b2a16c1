"""Products of tensors, the roots among their factors, and of what these tell the spread."""

from __future__ import annotations

import re
from dataclasses import dataclass

from layerlint.model.module import Module
from layerlint.queries.straight_values import value_at
from layerlint.queries.whole_means import squared
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, positional

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


@dataclass(frozen=True)
class Factor:
    """One factor of a product, or divisor; `node` is where it is seen in the product."""

    value: cst.BaseExpression
    divides: bool
    node: cst.BaseExpression


def is_product(node: cst.CSTNode, module: Module) -> bool:
    """Whether tensors are multiplied, or divided, by an operator or a function."""
    match node:
        case cst.BinaryOperation(operator=cst.Multiply() | cst.Divide()):
            return True
        case cst.Call():
            return len(node.args) > 1 and module.operation(node) in _MULTIPLY | _DIVIDE
    return False


def factors(product: cst.CSTNode, module: Module) -> list[Factor]:
    """The factors of a product, names followed to products, differences and roots."""
    found: list[Factor] = []
    assert isinstance(product, cst.BaseExpression)
    ahead = [(Factor(product, False, product), 0)]
    while ahead and len(found) + len(ahead) < _MOST:
        factor, steps = ahead.pop()
        parts = _parts(factor.value, module)
        if parts is not None:
            for part, divides in parts:
                shown = part if steps == 0 else factor.node
                ahead.append((Factor(part, factor.divides != divides, shown), steps))
        else:
            value = _followed(factor.value, module) if steps < _STEPS else None
            if value is None:
                found.append(factor)
            else:
                ahead.append((Factor(value, factor.divides, factor.node), steps + 1))
    return [] if ahead else found


def _parts(
    node: cst.BaseExpression, module: Module
) -> tuple[tuple[cst.BaseExpression, bool], ...] | None:
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            return (left, False), (right, False)
        case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
            return (left, False), (right, True)
        case cst.Call() if is_product(node, module):
            first, second, *_ = (each.value for each in node.args)
            return (first, False), (second, module.operation(node) in _DIVIDE)
        case cst.Call() if module.operation(node) == "reciprocal" and node.args:
            return ((node.args[0].value, True),)
    return None


def _followed(node: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """What a name was given, unless it is a parameter or given in several ways."""
    return value_at(node, node, module) if isinstance(node, cst.Name) else None


def root(node: cst.BaseExpression, module: Module) -> tuple[cst.BaseExpression, bool] | None:
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


def tells_spread(node: cst.BaseExpression) -> bool:
    """Whether a factor is named as one that scales by a spread, in whatever way."""
    return _SPREAD_NAMES.search(_last_name(node) or "") is not None


@dataclass(frozen=True)
class Spread:
    """A variance, or the mean of squares, that stands under a root."""

    name: str | None
    subject: str | None
    centred: bool

    def is_of(self, factor: Factor, module: Module, is_inverse: bool) -> bool:
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


def spread(node: cst.BaseExpression, module: Module) -> Spread | None:
    """The spread that makes up a number under a root, whatever is added to it or kept from it."""
    for _ in range(2 * _STEPS):
        name = _last_name(node)
        if name is not None:
            value = _followed(node, module)
            if value is None:
                plain = _VARIANCE_NAMES.search(name) and not _NOT_PLAIN.search(name)
                return Spread(name, None, True) if plain else None
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
                    return Spread(None, module.source(given[0].value), True)
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


def _mean_of_squares(node: cst.BaseExpression, module: Module) -> Spread | None:
    """The spread around zero: of a difference from the mean it is the variance."""
    base = squared(node, module)
    return Spread(None, module.source(base), False) if base is not None else None


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

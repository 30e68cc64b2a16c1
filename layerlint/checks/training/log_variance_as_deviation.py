"""LL142: one value is the log of the variance for a divergence, of the deviation for a draw."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.straight_values import expression_behind
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf(
    "exp", AnyOf("square", "pow", Text("**2"), Text("** 2")), Text("normal"), Text("keras")
)


@check(Module, needs=NEEDS)
def log_variance_as_deviation(module: Module) -> Iterator[Finding]:
    """Report the factor of the noise that does not fit the divergence."""
    meant = dict(_divergences(module))
    for product in walk_kinds(module.tree, cst.BinaryOperation) if meant else ():
        match product:
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                for factor, noise in ((left, right), (right, left)):
                    scale = _scaled(factor, module)
                    if scale is None or scale[0] not in meant or not _is_drawn(noise, module):
                        continue
                    wanted = 1 / meant[scale[0]]
                    if scale[1] != wanted and _is_added(product, module):
                        fields = {"value": scale[0], "factor": module.source(factor)}
                        kind = "default" if wanted == 0.5 else "deviation"
                        yield Finding(factor, kind, fields)


def _divergences(module: Module) -> Iterator[tuple[str, float]]:
    """`1 + v - m**2 - exp(v)` with the name of `v` and 2, `1 + 2*v - m**2 - exp(2*v)` with 1."""
    for node in walk_kinds(module.tree, cst.BinaryOperation):
        around = module.parent(node)
        if isinstance(around, cst.BinaryOperation) and _is_sum(around):
            continue
        terms = list(_terms(node, 1))
        exponents = [(s, _scaled(part, module)) for s, part in terms]
        for sign, exponent in exponents:
            if exponent is None:
                continue
            linear = [s for s, part in terms if _multiple(part) == exponent]
            ones = [s for s, part in terms if literal(part) == 1]
            squares = [s for s, part in terms if _is_square(part, module)]
            if linear == ones == [-sign] and squares == [sign] and exponent[1] in (1, 2):
                yield exponent[0], 2 / exponent[1]


def _is_sum(node: cst.BinaryOperation) -> bool:
    return isinstance(node.operator, (cst.Add, cst.Subtract))


def _terms(node: cst.BaseExpression, sign: int) -> Iterator[tuple[int, cst.BaseExpression]]:
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            yield from _terms(left, sign)
            yield from _terms(right, sign)
        case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
            yield from _terms(left, sign)
            yield from _terms(right, -sign)
        case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
            yield from _terms(inner, -sign)
        case _:
            yield sign, node


def _scaled(node: cst.BaseExpression, module: Module) -> tuple[str, float] | None:
    """The name and the factor of what `exp` is applied to: `exp(0.5 * v)`."""
    if isinstance(node, cst.Call) and len(node.args) == 1 and _last(node, module) == "exp":
        return _multiple(node.args[0].value)
    return None


def _multiple(node: cst.BaseExpression) -> tuple[str, float] | None:
    """The name and the factor of `v`, `2 * v`, `v / 2` or `0.5 * v`."""
    match node:
        case cst.Name(value=name):
            return name, 1.0
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            for factor, inner in ((left, right), (right, left)):
                number = literal(factor)
                if isinstance(number, (int, float)) and isinstance(inner, cst.Name):
                    return inner.value, float(number)
        case cst.BinaryOperation(left=cst.Name(value=name), operator=cst.Divide(), right=right):
            number = literal(right)
            if isinstance(number, (int, float)) and number != 0:
                return name, 1 / number
    return None


def _is_square(node: cst.BaseExpression, module: Module) -> bool:
    match node:
        case cst.BinaryOperation(operator=cst.Power(), right=right):
            return bool(literal(right) == 2)
        case cst.Call(args=[_, *_]):
            name = _last(node, module)
            return name == "square" or (
                name in ("pow", "power")
                and len(node.args) == 2
                and literal(node.args[1].value) == 2
            )
    return False


def _is_drawn(noise: cst.BaseExpression, module: Module) -> bool:
    drawn = expression_behind(noise, noise, module)
    return isinstance(drawn, cst.Call) and random_function(module.resolve(drawn.func)) is not None


def _is_added(product: cst.BinaryOperation, module: Module) -> bool:
    """Whether the product is one of two terms, the other of which is a mean."""
    around = module.parent(product)
    if not isinstance(around, cst.BinaryOperation) or not isinstance(around.operator, cst.Add):
        return False
    other = around.left if around.right is product else around.right
    return isinstance(other, cst.Name) and not is_name(other, "self")


def _last(call: cst.Call, module: Module) -> str:
    name = module.tf(call.func) or module.keras(call.func) or module.resolve(call.func) or ""
    return name.rpartition(".")[2]

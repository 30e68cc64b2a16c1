"""LL308: a float32 tensor meets one of the layer's compute dtype."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as replaced
from typing import TYPE_CHECKING

from layerlint.checks.tracing._own_dtype import under_mixed_precision
from layerlint.declaration import check
from layerlint.facts.operations import POSITION_FUNCTIONS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.tensors.fact import BOTH, EnteredFunction
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Fact, Facts

_OPERATORS = (cst.Add, cst.Subtract, cst.Multiply, cst.Divide, cst.MatrixMultiply, cst.FloorDivide)
_IN_PLACE = (cst.AddAssign, cst.SubtractAssign, cst.MultiplyAssign, cst.DivideAssign)


@check(LayerClass)
def hardcoded_dtype(layer: LayerClass) -> Iterator[Finding]:
    """Report what makes a float32 tensor, where that certainly meets the compute dtype."""
    yield from under_mixed_precision(layer, _found(layer))


def _found(layer: LayerClass) -> Iterator[Finding]:
    values = layer.values
    functions = list(traced(layer))
    homes = [*functions, *_set_up(layer)]
    found: dict[int, Finding] = {}
    for function in functions:
        for node in nodes_of(function, cst.BinaryOperation, cst.AugAssign, cst.Call):
            for origin, other, generations in _meetings(node, function, values):
                home = next((each for each in homes if _holds(each, origin)), None)
                before = found.get(id(origin))
                # Of the places where it meets the other dtype, the one that says most.
                if home is None or (before and generations <= (before.generations or BOTH)):
                    continue
                found[id(origin)] = _finding(origin, other, home, function, generations)
    yield from found.values()


def _meetings(
    node: cst.CSTNode, function: EnteredFunction, values: Facts
) -> Iterator[tuple[cst.CSTNode, cst.BaseExpression, frozenset[int]]]:
    """What made an operand of `node` float32, the operand that follows the policy, and where."""
    operands = list(_operands(node, function))
    other = next((each for each in operands if _follows(each, values)), None)
    if other is None:
        return
    for single in operands:
        fact = values.of(single)
        generations = fact.generations & _generations(values.of(other), node)
        if fact.origin is not None and fact.is_tensor and generations:
            yield fact.origin, other, generations


def _operands(node: cst.CSTNode, function: EnteredFunction) -> Iterator[cst.BaseExpression]:
    """The expressions that have to be of one dtype at a node."""
    match node:
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            if isinstance(operator, _OPERATORS):
                yield from (left, right)
        case cst.AugAssign(target=target, operator=operator, value=value):
            if isinstance(operator, _IN_PLACE):
                yield from (target, value)
        case cst.Call(args=arguments):
            known = function.module.tensor_function(node.func)
            if known is None or known.promotes:
                return
            if known.role == "binary":
                yield from (each.value for each in arguments if not each.star)
            elif known.role == "join" and arguments:
                yield from _elements(arguments[0].value)


def _elements(node: cst.BaseExpression) -> Sequence[cst.BaseExpression]:
    if isinstance(node, (cst.List, cst.Tuple)):
        return [element.value for element in node.elements]
    return []


def _follows(node: cst.BaseExpression, values: Facts) -> bool:
    fact = values.of(node)
    return fact.dtype == "compute" and fact.may_be_tensor


def _generations(other: Fact, node: cst.CSTNode) -> frozenset[int]:
    """Where the other side follows the policy: a weight adapts to operators of Keras 3 alone."""
    return BOTH if other.weight and isinstance(node, cst.Call) else other.generations


def _set_up(layer: LayerClass) -> Iterator[EnteredFunction]:
    """The methods that make what `call` uses."""
    for name in ("__init__", "build"):
        method = layer.methods.get(name)
        if method is not None:
            yield EnteredFunction(method.node, method.module, method, 1)


def _holds(function: EnteredFunction, origin: cst.CSTNode) -> bool:
    return any(node is origin for node in nodes_of(function))


def _counts(home: EnteredFunction) -> bool:
    """Whether the function makes positions, of which half precision tells few apart."""
    return any(
        isinstance(node, cst.Call)
        and (home.module.resolve(node.func) or "").rpartition(".")[2] in POSITION_FUNCTIONS
        for node in nodes_of(home)
    )


def _finding(
    origin: cst.CSTNode,
    other: cst.BaseExpression,
    home: EnteredFunction,
    met: EnteredFunction,
    generations: frozenset[int],
) -> Finding:
    module = home.module
    whole = isinstance(origin, cst.Call) and origin.args
    call = (
        origin
        if whole
        else next(node for node in module.ancestors(origin) if isinstance(node, cst.Call))
    )
    fix = None
    if not whole and home.method is not None and home.method.self_name:
        dtype = f"{home.method.self_name}.compute_dtype"
        fix = Fix(f"Use `{dtype}`", tuple(replace(module, origin, dtype)))
        fix = replaced(fix, applicability="unsafe") if _counts(home) else fix
    fields = {"expression": short(module, call), "other": short(met.module, other)}
    return Finding(call, fields=fields, fix=fix, module=module, generations=generations)

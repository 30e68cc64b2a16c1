"""LL148: what a mask has set to 0 is counted in the mean all the same."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.tensors import tensor_function
from layerlint.findings import Finding
from layerlint.model.assignments import values_of
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Imports, Text
from layerlint.queries.traced_code import short
from layerlint.queries.whole_means import averaged
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, positional
from layerlint.syntax.walk import begins_before, walk_kinds, walk_same_function

_TOTALS = frozenset({"count_nonzero", "mean", "reduce_mean", "reduce_sum", "sum"})
_FLOATS = frozenset({"cast", "convert_to_tensor"})


@check(
    Module,
    needs=AllOf(
        AnyOf(*map(Imports, ("keras", "tensorflow", "tf_keras"))),
        AnyOf(Text("not_equal"), Text("equal"), Text("!=")),
        Text("mean("),
    ),
)
def padding_counted_in_mean(module: Module) -> Iterator[Finding]:
    """Report means over all of a product with a mask of the targets that nothing is divided by."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        for call in walk_same_function(function.body, cst.Call):
            of = averaged(call, module)
            mask = _mask_in(of, call, function, module) if of is not None else None
            if mask is None or _is_counted(mask, call, function, module):
                continue
            yield Finding(call, fields={"mean": short(module, call), "mask": mask})


def _mask_in(
    node: cst.BaseExpression, use: cst.Call, function: cst.FunctionDef, module: Module
) -> str | None:
    """The name of the mask that a value was multiplied by last."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            for side in (left, right):
                if isinstance(side, cst.Name) and _is_mask(side, function, module):
                    return side.value
        case cst.Call(args=[first, second]):
            known = tensor_function(module.resolve(node.func))
            if known is not None and known.name == "multiply":
                for given in (first.value, second.value):
                    if isinstance(given, cst.Name) and _is_mask(given, function, module):
                        return given.value
        case cst.Name(value=name):
            return _last_product(name, use, function, module)
    return None


def _last_product(
    name: str, use: cst.Call, function: cst.FunctionDef, module: Module
) -> str | None:
    """The mask in the last thing that a name was given before, on the way to its use."""
    last: cst.Assign | cst.AugAssign | None = None
    found: Iterator[cst.Assign | cst.AugAssign]
    found = walk_same_function(function.body, cst.Assign, cst.AugAssign)
    for node in found:
        targets = [node.target] if isinstance(node, cst.AugAssign) else _targets(node)
        if any(is_name(target, name) for target in targets) and begins_before(node, use):
            around = module.parent(module.statement(node))
            if around is not function.body:
                return None
            last = node
    if last is None or any(inner is use for inner in walk_kinds(last, cst.Call)):
        return None
    if isinstance(last, cst.Assign):
        return _mask_in(last.value, use, function, module)
    multiplies = isinstance(last.operator, cst.MultiplyAssign)
    if multiplies and isinstance(last.value, cst.Name) and _is_mask(last.value, function, module):
        return last.value.value
    return None


def _targets(node: cst.Assign) -> list[cst.BaseExpression]:
    return [target.target for target in node.targets]


def _is_mask(name: cst.Name, function: cst.FunctionDef, module: Module) -> bool:
    """Whether all that the name is given is where a parameter is, or is not, one number."""
    values = values_of(name.value, walk_same_function(function.body, cst.Assign))
    first, rest = values[:1], values[1:]
    return (
        bool(first)
        and _compares(first[0], function, module)
        and all(_is_cast(each, name.value, module) for each in rest)
    )


def _is_cast(value: cst.BaseExpression, name: str, module: Module) -> bool:
    if not isinstance(value, cst.Call) or not value.args:
        return False
    known = tensor_function(module.resolve(value.func))
    return known is not None and known.name in _FLOATS and is_name(value.args[0].value, name)


def _compares(node: cst.BaseExpression, function: cst.FunctionDef, module: Module) -> bool:
    """Whether it is `not_equal(parameter, number)`, cast or written in another way."""
    match node:
        case cst.Comparison(
            left=left, comparisons=[cst.ComparisonTarget(operator=cst.NotEqual(), comparator=right)]
        ):
            return _is_parameter(left, function, module) and _is_number(right)
        case cst.Call(args=[first, *_]):
            known = tensor_function(module.resolve(node.func))
            given = positional(node)
            if known is None:
                return False
            if known.name in _FLOATS:
                return _compares(first.value, function, module)
            if known.name == "logical_not" and isinstance(first.value, cst.Call):
                return _equals(first.value, "equal", function, module)
            return len(given) > 1 and _equals(node, "not_equal", function, module)
    return False


def _equals(call: cst.Call, name: str, function: cst.FunctionDef, module: Module) -> bool:
    known = tensor_function(module.resolve(call.func))
    given = [each.value for each in positional(call)]
    return (
        known is not None
        and known.name == name
        and len(given) == 2
        and _is_parameter(given[0], function, module)
        and _is_number(given[1])
    )


def _is_number(node: cst.BaseExpression) -> bool:
    return type(literal(node)) in (int, float)


def _is_parameter(node: cst.BaseExpression, function: cst.FunctionDef, module: Module) -> bool:
    """Whether it is one of the function's parameters, with another dtype perhaps."""
    if isinstance(node, cst.Call) and node.args:
        known = tensor_function(module.resolve(node.func))
        casts = known is not None and known.name in _FLOATS
        return casts and _is_parameter(node.args[0].value, function, module)
    return isinstance(node, cst.Name) and any(
        each.name == node.value for each in parameters_of(function.params)
    )


def _is_counted(mask: str, mean: cst.Call, function: cst.FunctionDef, module: Module) -> bool:
    """Whether the function asks how many there are that the mask lets through."""
    for call in walk_kinds(function.body, cst.Call):
        known = tensor_function(module.resolve(call.func))
        if call is mean or known is None or known.name not in _TOTALS or not call.args:
            continue
        if any(is_name(name, mask) for name in walk_kinds(call.args[0].value, cst.Name)):
            return True
    return False

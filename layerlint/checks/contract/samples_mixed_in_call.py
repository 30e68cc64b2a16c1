"""LL434: a mean, a length or a sum over the whole batch decides what is made of each sample."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._column_lengths import lengths_of_columns
from layerlint.checks.contract._mask_sums import MaskSums
from layerlint.checks.contract._whole_norms import (
    has_axis,
    range_of,
    shares_of,
    standardized,
    unit_of,
    units_of_batches,
)
from layerlint.declaration import check
from layerlint.facts.operations import SUMS
from layerlint.facts.tensors import WHOLE_NORMS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.lambda_functions import has_samples, lambda_functions
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.queries.whole_means import averaged, squared
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, literal, positional
from layerlint.syntax.walk import innermost, walk_kinds, walk_same_function

_LONGEST_WAY = 4
_OPERATORS = (cst.Add, cst.Subtract)
_UNITS = sorted({name.rpartition(".")[2] for name in WHOLE_NORMS})
_PENALTY = AllOf(
    Text("keras"), AnyOf(Members("gradient"), "gradients"), AnyOf("sqrt", Members("norm"))
)
_NEEDS = AnyOf(
    HoldsLayer(),
    AllOf(AnyOf(*map(Members, _UNITS)), AnyOf("compile", "Lambda", "Loss", "losses")),
    _PENALTY,
    AllOf(AnyOf("sqrt", Members("norm")), AnyOf(Members("compile"), "Loss", "losses")),
    AllOf("Lambda", Members("mean")),
    AllOf("Lambda", "reduce_mean"),
)


@check(LayerClass, Module, needs=_NEEDS)
def samples_mixed_in_call(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report them in `call`, and unit lengths of batches in what Keras runs on batches."""
    if isinstance(subject, Module):
        told: set[cst.CSTNode] = set()
        for call, name in units_of_batches(subject):
            if call not in told:
                told.add(call)
                fields = {"unit": short(subject, call), "owner": name}
                yield Finding(call, "columns" if has_axis(call) else "unit", fields)
        for call, name in lengths_of_columns(subject):
            if call not in told:
                told.add(call)
                yield Finding(call, "length", {"length": short(subject, call), "owner": name})
        for each in lambda_functions(subject):
            if each.code is not None:
                yield from _centred(each.code, subject)
        for length in _whole_penalties(subject):
            yield Finding(length, "penalty", {"length": short(subject, length)})
        return
    yield from _whole_counts(subject)
    for function in traced(subject):
        if subject.call is None or function.node is not subject.call.node:
            continue
        module = function.module
        nodes: Iterator[cst.BinaryOperation | cst.Call]
        nodes = nodes_of(function, cst.BinaryOperation, cst.Call)
        for node in nodes:
            if not _is_guarded(node):
                yield from _of_node(node, subject, module)


def _whole_counts(layer: LayerClass) -> Iterator[Finding]:
    """Report sums over steps that are divided by the number of steps of the whole batch."""
    call = layer.methods.get("call")
    if call is None or layer.kind != "layer":
        return
    for count in MaskSums(call).counts_of_batches():
        fields = {"count": short(call.module, count), "layer": layer.name}
        yield Finding(count, "count", fields, module=call.module)


def _of_node(
    node: cst.BinaryOperation | cst.Call, layer: LayerClass, module: Module
) -> Iterator[Finding]:
    """What one operation of `call` mixes."""
    centred = standardized(node, module)
    if centred is not None and layer.values.of(centred).batch and not _has_averages(layer):
        fields = {"code": short(module, node), "layer": layer.name}
        yield Finding(node, "moments", fields, module=module)
        return
    if isinstance(node, cst.Call):
        scaled = unit_of(node, module)
        if scaled is not None and layer.values.of(scaled).batch:
            fields = {"unit": short(module, node), "owner": layer.name}
            message = "columns" if has_axis(node) else "unit"
            yield Finding(node, message, fields, module=module)
        return
    scaled = range_of(node, module)
    if scaled is not None and layer.values.of(scaled).batch:
        fields = {"range": short(module, node), "layer": layer.name}
        yield Finding(node, "range", fields, module=module)
    shares = shares_of(node, module)
    if shares is not None and layer.values.of(shares).batch:
        fields = {"shares": short(module, node), "layer": layer.name}
        yield Finding(node, "shares", fields, module=module)
    for mean, of, other in _means(node, module):
        if layer.values.of(of).batch and layer.values.of(other).batch:
            fields = {"mean": short(module, mean), "layer": layer.name}
            yield Finding(mean, fields=fields, module=module)


def _centred(function: cst.FunctionDef | cst.Lambda, module: Module) -> Iterator[Finding]:
    """What the function of a `Lambda` layer adds to the mean of its batch, or takes from it."""
    for node in walk_same_function(function.body, cst.BinaryOperation):
        if _is_guarded(node):
            continue
        for mean, of, other in _means(node, module):
            if has_samples(of, function, module) and has_samples(other, function, module):
                yield Finding(mean, fields={"mean": short(module, mean), "layer": "Lambda"})


def _means(node: cst.BinaryOperation, module: Module) -> Iterator[tuple[cst.BaseExpression, ...]]:
    """The terms of a sum that are means over all axes: each, what it is of, and the other term."""
    if isinstance(node.operator, _OPERATORS):
        for mean, other in ((node.left, node.right), (node.right, node.left)):
            of = averaged(mean, module) if isinstance(mean, cst.Call) else None
            if of is not None:
                yield mean, of, other


def _has_averages(layer: LayerClass) -> bool:
    """Whether the layer asks for the mode, or keeps something that is not trained."""
    told = layer.call is not None and layer.call.takes("training")
    return told or any(not weight.trainable for weight in layer.all_weights)


def _is_guarded(node: cst.CSTNode) -> bool:
    """Whether a test stands around it, of the mode perhaps."""
    found = innermost(node, cst.If, cst.IfExp, cst.FunctionDef)
    return isinstance(found, (cst.If, cst.IfExp))


def _whole_penalties(module: Module) -> Iterator[cst.BaseExpression]:
    """The lengths of `length - 1` that are of what a tape gives for all samples together."""
    for node in walk_kinds(module.tree, cst.BinaryOperation):
        if isinstance(node.operator, cst.Subtract):
            for one, length in ((node.left, node.right), (node.right, node.left)):
                if literal(one) == 1:
                    found = _made(length, node, module)
                    measured = _measured(found, module)
                    if measured is not None and _is_slope(measured, found, module):
                        yield found


def _made(node: cst.BaseExpression, use: cst.CSTNode, module: Module) -> cst.BaseExpression:
    """What a name was given, through other names."""
    for _ in range(_LONGEST_WAY):
        value = value_at(node, use, module) if isinstance(node, cst.Name) else None
        if value is None:
            break
        node = use = value
    return node


def _measured(length: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """The `x` of `sqrt(sum(x ** 2))` or of `norm(x)`, over all axes."""
    if not isinstance(length, cst.Call):
        return None
    given = positional(length)
    name = module.operation(length) or (module.tf(length.func) or "").removeprefix("linalg.")
    if name == "norm":
        return given[0].value if len(length.args) == 1 and given else None
    if name != "sqrt" or not given:
        return None
    total = _made(given[0].value, length, module)
    if isinstance(total, cst.BinaryOperation) and isinstance(total.operator, cst.Add):
        total = _made(total.left, total, module)
    if not isinstance(total, cst.Call) or module.operation(total) not in SUMS:
        return None
    summed = positional(total)
    if len(summed) != 1 or keyword(total, "axis") is not None:
        return None
    return squared(_made(summed[0].value, total, module), module)


def _is_slope(node: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether it is the gradient with respect to a tensor that a tape was told to watch."""
    made = _made(node, use, module)
    if isinstance(made, cst.Subscript):
        made = _made(made.value, made, module)
    if not isinstance(made, cst.Call) or called_name(made.func) not in ("gradient", "gradients"):
        return False
    given = positional(made)
    source = given[1].value if len(given) == 2 else None
    if isinstance(source, (cst.List, cst.Tuple)) and len(source.elements) == 1:
        source = source.elements[0].value
    if not isinstance(source, cst.Name):
        return False
    if module.keras(made.func) == "backend.gradients":
        return True
    function = module.function(made)
    return function is not None and source.value in module.facts(function, _watched)


def _watched(function: cst.FunctionDef) -> frozenset[str]:
    """The names that the tapes of a function are told to watch."""
    return frozenset(
        name.value
        for call in walk_kinds(function, cst.Call)
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == "watch"
        for argument in call.args
        for name in walk_kinds(argument.value, cst.Name)
    )

"""LL434: a mean, a length or a sum over the whole batch decides what is made of each sample."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._whole_norms import shares_of, unit_of, units_of_batches
from layerlint.checks.contract._whole_penalties import whole_penalties
from layerlint.declaration import check
from layerlint.facts.tensors import WHOLE_NORMS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.queries.whole_means import averaged
from layerlint.syntax import cst
from layerlint.syntax.walk import innermost

_OPERATORS = (cst.Add, cst.Subtract)
_UNITS = sorted({name.rpartition(".")[2] for name in WHOLE_NORMS})
_PENALTY = AllOf(
    Text("keras"), AnyOf(Members("gradient"), "gradients"), AnyOf("sqrt", Members("norm"))
)
_NEEDS = AnyOf(
    HoldsLayer(),
    AllOf(AnyOf(*map(Members, _UNITS)), AnyOf("compile", "Lambda", "Loss", "losses")),
    _PENALTY,
)


@check(LayerClass, Module, needs=_NEEDS)
def samples_mixed_in_call(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report them in `call`, and unit lengths of batches in what Keras runs on batches."""
    if isinstance(subject, Module):
        told: set[int] = set()
        for call, name in units_of_batches(subject):
            if id(call) not in told:
                told.add(id(call))
                fields = {"unit": short(subject, call), "owner": name}
                yield Finding(call, "unit", fields)
        for length in whole_penalties(subject):
            yield Finding(length, "penalty", {"length": short(subject, length)})
        return
    for function in traced(subject):
        if subject.call is None or function.node is not subject.call.node:
            continue
        module = function.module
        nodes: Iterator[cst.BinaryOperation | cst.Call]
        nodes = nodes_of(function, cst.BinaryOperation, cst.Call)
        for node in nodes:
            if not _is_guarded(node):
                yield from _of_node(node, subject, module)


def _of_node(
    node: cst.BinaryOperation | cst.Call, layer: LayerClass, module: Module
) -> Iterator[Finding]:
    """What one operation of `call` mixes."""
    if isinstance(node, cst.Call):
        scaled = unit_of(node, module)
        if scaled is not None and layer.values.of(scaled).batch:
            fields = {"unit": short(module, node), "owner": layer.name}
            yield Finding(node, "unit", fields, module=module)
        return
    shares = shares_of(node, module)
    if shares is not None and layer.values.of(shares).batch:
        fields = {"shares": short(module, node), "layer": layer.name}
        yield Finding(node, "shares", fields, module=module)
    if isinstance(node.operator, _OPERATORS):
        for mean, other in ((node.left, node.right), (node.right, node.left)):
            of = averaged(mean, module) if isinstance(mean, cst.Call) else None
            if of is None or not layer.values.of(of).batch:
                continue
            if layer.values.of(other).batch:
                fields = {"mean": short(module, mean), "layer": layer.name}
                yield Finding(mean, fields=fields, module=module)


def _is_guarded(node: cst.CSTNode) -> bool:
    """Whether a test stands around it, of the mode perhaps."""
    found = innermost(node, cst.If, cst.IfExp, cst.FunctionDef)
    return isinstance(found, (cst.If, cst.IfExp))

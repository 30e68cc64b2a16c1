"""LL430: steps are averaged, or weighed, together with the padding that a mask tells of."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._mask_sums import MaskSums
from layerlint.checks.contract._masked_chains import gets_mask
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, is_name, literal
from layerlint.syntax.walk import walk_kinds

_FLAGS = ("supports_masking", "_supports_masking")
_BY_LAYER = AllOf(
    HoldsLayer(), AnyOf(AllOf("compute_mask", AnyOf(*_FLAGS)), AllOf(Text("mask"), Text("mean")))
)
_BY_LAMBDA = AllOf(Members("Lambda"), AnyOf("mask_zero", Members("Masking")))


@check(LayerClass, Module, needs=AnyOf(_BY_LAYER, _BY_LAMBDA))
def mask_ignored(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report what reduces the axis of the steps, in a layer that ends the mask or in a lambda."""
    if isinstance(subject, Module):
        yield from _in_lambdas(subject)
        return
    call = subject.methods.get("call")
    if call is not None and subject.kind == "layer":
        for mean in MaskSums(call).means_of_all():
            fields = {"layer": subject.name, "mean": short(call.module, mean)}
            yield Finding(mean, "counted", fields, module=call.module)
            return
    if call is None or subject.kind != "layer" or not _ends_mask(subject):
        return
    if any(_reads_mask(method) for method in subject.methods.values()):
        return
    for node in call.own_nodes(cst.Call):
        reduced = _reduced(node, call.module)
        if reduced is not None and subject.values.of(reduced).steps:
            fields = {"layer": subject.name, "code": call.module.source(node.func)}
            yield Finding(node, fields=fields, module=call.module)
            return


def _ends_mask(layer: LayerClass) -> bool:
    """Whether the class says that it deals with masks, and that none is left behind it."""
    compute = layer.methods.get("compute_mask")
    says = [binding.value for name in _FLAGS for binding in layer.attributes[name].bindings]
    if compute is None or not says:
        return False
    if not all(value is not None and is_name(value, "True") for value in says):
        return False
    returned = [node.value for node in walk_kinds(compute.node.body, cst.Return)]
    return all(value is None or is_name(value, "None") for value in returned)


def _reads_mask(method: Method) -> bool:
    """Whether a method other than `compute_mask` mentions a mask at all."""
    if method.name == "compute_mask":
        return False
    return any(
        "mask" in name.value.lower() and name.value not in _FLAGS
        for name in walk_kinds(method.node.body, cst.Name)
    )


def _in_lambdas(module: Module) -> Iterator[Finding]:
    for made in walk_kinds(module.tree, cst.Call):
        if module.keras(made.func) != "layers.Lambda" or not made.args:
            continue
        match made.args[0].value:
            case cst.Lambda(
                params=cst.Parameters(params=[cst.Param(name=cst.Name(value=name))]),
                body=cst.Call() as body,
            ):
                reduced = _reduced(body, module)
                if reduced is not None and is_name(reduced, name) and gets_mask(made, module):
                    yield Finding(made, "lambda", {"code": module.source(body)})


def _reduced(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call reduces, or takes shares of, along the axis of the steps alone."""
    known = module.tensor_function(call.func)
    given = bind(call, ("x", "axis"))
    if known is None or not call.args or call.args[0].star:
        return None
    axis = literal(given["axis"]) if "axis" in given else NOT_LITERAL
    if axis not in (1, [1], (1,)):
        return None
    return call.args[0].value if known.role == "reduction" or known.name == "softmax" else None

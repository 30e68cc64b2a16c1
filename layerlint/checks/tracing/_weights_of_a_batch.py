"""Weights that `build` makes as large as a batch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.tracing._sizes import is_first_size
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.queries.functional_graph import FunctionalGraph
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, last_part
from layerlint.syntax.walk import mentions, walk_kinds

# Words of modules in which the batch size may be known.
_STATIC = ("batch_input_shape", "batch_shape", "batch_size", "stateful")
# Where a stack of layers is told what comes in, but for the size of the batch.
_BEGINS = re.compile(r"\bInput(?:Layer)?\(|\binput_(?:shape|dim)\s*=")


def weights_of_a_batch(layer: LayerClass) -> Iterator[Finding]:
    """The weights that `build` gives the shape of the whole input, or its first axis.

    What a layer is given need not be a batch: those of initializers and regularizers get weights.
    """
    build = layer.methods.get("build")
    if build is None or not build.positional or any(map(build.module.says, _STATIC)):
        return
    given = build.positional[0].name
    if _is_another(given, build):
        return
    for weight in layer.all_weights:
        shape = weight.arguments.get("shape")
        if weight.method is not build or shape is None:
            continue
        if _is_first_axis(shape, given) or (
            _is_whole(shape, given) and layer.name in build.module.once(_applied)
        ):
            fields = {"size": short(build.module, shape), "weight": weight.attribute}
            yield Finding(shape, "weight", fields, module=build.module)


def _applied(module: Module) -> frozenset[str]:
    """The names of what is called with symbolic tensors where models are put together."""
    made = [call.func for call, _ in FunctionalGraph(module).applied()]
    if _BEGINS.search(module.text):
        made += _stacked(module)
    return frozenset(
        each.func.value
        for each in made
        if isinstance(each, cst.Call) and isinstance(each.func, cst.Name)
    )


def _stacked(module: Module) -> Iterator[cst.BaseExpression]:
    """What `Sequential` is given, and what is added to a model."""
    for call in walk_kinds(module.tree, cst.Call):
        match call:
            case cst.Call(func=cst.Attribute(attr=cst.Name("add")), args=[cst.Arg(value=layer)]):
                yield layer
            case cst.Call(args=[cst.Arg(value=cst.List(elements=layers)), *_]):
                if last_part(module.keras(call.func) or "") == "Sequential":
                    yield from (each.value for each in layers)


def _is_another(given: str, build: Method) -> bool:
    """Whether the name stands for something else, or for the shapes of several inputs."""
    nodes = build.own_nodes(cst.Subscript, cst.For, cst.Call, cst.AssignTarget)
    return any(_makes_another(node, given) for node in nodes)


def _makes_another(node: cst.CSTNode, given: str) -> bool:
    match node:
        case cst.AssignTarget(target=target):
            return mentions(target, given)
        case cst.Subscript(value=cst.Subscript(value=owner)):
            return is_name(owner, given)
        case cst.For(iter=iterated):
            return is_name(iterated, given)
        case cst.Call(func=cst.Name("isinstance"), args=[first, *_]):
            return is_name(first.value, given)
    return False


def _is_whole(shape: cst.BaseExpression, given: str) -> bool:
    """`input_shape`, `tuple(input_shape)`."""
    match shape:
        case cst.Call(func=cst.Name("tuple" | "list"), args=[cst.Arg(value=inner)]):
            return is_name(inner, given)
    return is_name(shape, given)


def _is_first_axis(shape: cst.BaseExpression, given: str) -> bool:
    """`(input_shape[0], units)`, by the name that Keras gives the shape of an input."""
    match shape:
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            sizes = [each.value for each in elements]
            return given == "input_shape" and any(is_first_size(each, given) for each in sizes)
    return False

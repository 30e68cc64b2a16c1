"""Layers that reshape what they are given to a number of samples that was fixed beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._sizes import is_first_size, sizes_given
from layerlint.findings import Finding
from layerlint.queries.functional_graph import FunctionalGraph
from layerlint.queries.functional_scope import INPUTS
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_BATCH = re.compile(r"_*(?:batch_?size|batch|bs|n_?batch)\Z", re.IGNORECASE)
# Words of modules whose data are known to come in batches of one size.
_STATIC = ("batch_input_shape", "batch_shape", "stateful", "drop_remainder", "GradientTape")
_MOST_AXES = 2


def batches_of_one_size(layer: LayerClass) -> Iterator[Finding]:
    """The first reshape of the input to as many rows as the constructor was told of.

    Where the class says of its output that it has any number of them, or its module calls it on an
    input of any number.
    """
    found = next(_reshapes(layer), None)
    if found is None or any(map(layer.module.says, _STATIC)):
        return
    if _promises_any_number(layer) or layer.name in layer.module.once(_on_open_inputs):
        size, module = found
        yield Finding(size, "fixed", {"size": short(module, size)}, module=module)


def _reshapes(layer: LayerClass) -> Iterator[tuple[cst.BaseExpression, Module]]:
    for function in traced(layer):
        for node in nodes_of(function, cst.Call):
            known = function.module.tensor_function(node.func)
            if known is None or known.name != "reshape" or not node.args:
                continue
            if not layer.values.of(node.args[0].value).batch:
                continue
            for size in sizes_given(node, function.module):
                first = _first(size)
                if first is not None and _is_fixed(first, layer, function):
                    yield first, function.module


def _first(size: cst.BaseExpression) -> cst.BaseExpression | None:
    match size:
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            return elements[0].value if len(elements) >= _MOST_AXES else None
    return None


def _is_fixed(size: cst.BaseExpression, layer: LayerClass, function: EnteredFunction) -> bool:
    """Whether it is the batch size that the constructor takes, alone or times something."""
    method = function.method
    match size:
        case cst.BinaryOperation(operator=cst.Multiply(), left=left, right=right):
            return _is_fixed(left, layer, function) or _is_fixed(right, layer, function)
        case cst.Attribute() if method is not None:
            name = self_attribute(size, method.self_name)
            return name is not None and _BATCH.match(name) is not None and _is_given(name, layer)
    return False


def _is_given(attribute: str, layer: LayerClass) -> bool:
    """Whether the constructor alone sets an attribute, to one of its arguments."""
    bindings, constructor = layer.attributes[attribute].bindings, layer.constructor
    if constructor is None or len(bindings) != 1 or bindings[0].method is not constructor:
        return False
    value = bindings[0].value
    return isinstance(value, cst.Name) and constructor.takes(value.value)


def _promises_any_number(layer: LayerClass) -> bool:
    """Whether `compute_output_shape` gives the first size of what it is given, or None."""
    method = layer.method("compute_output_shape")
    if method is None or not method.positional:
        return False
    given = method.positional[0].name
    returned = [node.value for node in walk_kinds(method.node.body, cst.Return)]
    return bool(returned) and all(
        value is not None and _begins_with_any(value, given, method) for value in returned
    )


def _begins_with_any(value: cst.BaseExpression, given: str, method: Method) -> bool:
    match value:
        case cst.Tuple(elements=[first, *_]) | cst.List(elements=[first, *_]):
            return is_name(first.value, "None") or is_first_size(first.value, given)
        case cst.Call(args=[cst.Arg(value=inner)]):
            return _begins_with_any(inner, given, method)
    return False


def _on_open_inputs(module: Module) -> frozenset[str]:
    """The classes that the module calls where a model is put together of inputs of any number."""
    inputs = [each for each in walk_kinds(module.tree, cst.Call) if _is_input(each, module)]
    if not inputs or any(keyword(each, "batch_size") is not None for each in inputs):
        return frozenset()
    return frozenset(
        call.func.func.value
        for call, _ in FunctionalGraph(module).applied()
        if isinstance(call.func, cst.Call) and isinstance(call.func.func, cst.Name)
    )


def _is_input(call: cst.Call, module: Module) -> bool:
    return module.keras(call.func) in INPUTS

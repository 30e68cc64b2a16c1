"""LL801: a layer calls TensorFlow on its tensors in code that chooses the JAX backend."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.backend._chosen_backend import BACKEND_WORDS, asks_for_backend, chosen_backend
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf, Imports
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst


@check(LayerClass, needs=AllOf("jax", AnyOf(*BACKEND_WORDS), Imports("tensorflow")))
def tensorflow_on_other_backend(layer: LayerClass) -> Iterator[Finding]:
    """Report the first TensorFlow function in each function of `call` that is given a tensor."""
    if chosen_backend(layer.module) != "jax":
        return
    for function in traced(layer):
        for node in nodes_of(function, cst.Call):
            if function.module.tf(node.func) is None:
                continue
            given = (argument.value for argument in node.args)
            if not any(layer.values.of(value).may_be_tensor for value in given):
                continue
            if not asks_for_backend(function.module, node):
                fields = {"call": short(function.module, node.func), "layer": layer.name}
                yield Finding(node, fields=fields, module=function.module)
                break

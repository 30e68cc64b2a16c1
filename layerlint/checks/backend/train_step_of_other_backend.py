"""LL802: a step is written for TensorFlow in code that chooses JAX, which passes it its state."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.backend._chosen_backend import BACKEND_WORDS, asks_for_backend, chosen_backend
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf

_STEPS = ("train_step", "test_step", "predict_step")


@check(LayerClass, needs=AllOf("jax", AnyOf(*BACKEND_WORDS), AnyOf(*_STEPS)))
def train_step_of_other_backend(layer: LayerClass) -> Iterator[Finding]:
    """Report the steps of a model that cannot take `(state, data)`, as the JAX backend calls."""
    if layer.kind != "model" or chosen_backend(layer.module) != "jax":
        return
    for name in _STEPS:
        step = layer.method(name)
        if step is None or step.is_static or step.varargs is not None:
            continue
        if step.owner is not layer and (
            step.owner.kind == "model" or step.module is not layer.module
        ):
            continue  # reported there, or written for whoever asks
        if len(step.positional) < 2 and not asks_for_backend(layer.module, step.node):
            yield Finding(step.node.name, fields={"method": f"{layer.name}.{name}"})

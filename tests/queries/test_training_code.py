"""`layerlint.queries.training_code`: where gradients are applied, and to whose variables."""

from __future__ import annotations

import pytest

from layerlint.queries.training_code import owner_of, updates

APPLIED = [
    "opt.apply_gradients(zip(grads, model.trainable_variables))",
    "opt.apply_gradients(zip(grads, model.trainable_weights), name='x')",
    "opt.apply(grads, model.trainable_variables)",
    "weights = model.trainable_variables\n    opt.apply(grads, weights)",
]


@pytest.fixture
def step(module):
    def make(body: str):
        found = module(f"import keras\n\ndef step(opt, grads, model):\n    {body}\n")
        return found, list(found.walk(found.tree))

    return make


@pytest.mark.parametrize("body", APPLIED)
def test_each_way_to_apply_gradients_is_an_update_of_the_models_variables(step, body: str) -> None:
    module, nodes = step(body)
    (update,) = updates(nodes)
    assert module.source(update.optimizer) == "opt"
    assert module.source(update.gradients) == "grads"
    assert module.source(owner_of(update.variables, nodes, module)) == "model"


@pytest.mark.parametrize(
    "body",
    [
        "w = model.trainable_variables\n    w = other()\n    opt.apply(grads, w)",
        "opt.apply(grads, list(found))",
    ],
)
def test_variables_that_may_be_of_anything_have_no_owner(step, body: str) -> None:
    module, nodes = step(body)
    (update,) = updates(nodes)
    assert owner_of(update.variables, nodes, module) is None


def test_other_calls_are_no_updates(step) -> None:
    _, nodes = step("opt.minimize(loss)\n    frame.apply(print)")
    assert list(updates(nodes)) == []

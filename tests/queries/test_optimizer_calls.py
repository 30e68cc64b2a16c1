"""`layerlint.queries.optimizer_calls`: where an optimizer is given gradients, or a loss."""

from __future__ import annotations

import pytest

from layerlint.queries.optimizer_calls import updates

HEAD = "import tensorflow as tf\nimport scipy.optimize\nimport scipy.optimize as so\n\n"
VARIABLES = "model.trainable_variables"


def described(module, code: str) -> list[tuple[str | None, ...]]:
    checked = module(f"{HEAD}{code}\n")

    def text(node) -> str | None:
        return None if node is None else checked.source(node)

    return [
        (text(each.optimizer), text(each.gradients), *map(text, each.models))
        for each in updates(checked)
    ]


@pytest.mark.parametrize(
    ("code", "gradients"),
    [
        (f"opt.apply_gradients(zip(grads, {VARIABLES}))", "grads"),
        (f"opt.apply_gradients(grads_and_vars=zip(grads, {VARIABLES}))", "grads"),
        (f"opt.apply(grads, {VARIABLES})", "grads"),
        ("self.optimizer.apply(grads, weights)", "grads"),
        (f"opt.minimize(loss, {VARIABLES})", None),
        (f"opt.minimize(lambda: f(x), var_list={VARIABLES})", None),
    ],
)
def test_an_optimizer_applies_gradients(module, code: str, gradients: str | None) -> None:
    ((optimizer, applied, *models),) = described(module, code)
    assert (optimizer, applied) == ("self.optimizer" if "self" in code else "opt", gradients)
    assert models == ([] if "self" in code else ["model"])


@pytest.mark.parametrize(
    "code",
    [
        "opt.apply_gradients",
        "# opt.apply_gradients(zip(grads, variables))",
        "frame.apply(clean)",
        "apply_gradients(grads)",
        "opt.zero_grad()",
        "model.apply(weights)",
        "scipy.optimize.minimize(f, x0)",
        "so.minimize(f, x0)",
        "minimize(f, x0)",
        "frame.apply(clean, 1)",
    ],
)
def test_other_calls_apply_none(module, code: str) -> None:
    assert described(module, code) == []


def test_pairs_that_are_not_told_apart_are_applied_all_the_same(module) -> None:
    assert described(module, "opt.apply_gradients(pairs)") == [("opt", "pairs")]


def test_each_update_has_its_function(module) -> None:
    call = f"opt.apply_gradients(zip(grads, {VARIABLES}))"
    code = f"class A:\n    def step(self):\n        self.{call}\n\ndef f():\n    {call}\n\n{call}\n"
    found = list(updates(module(code)))
    assert [each.function and each.function.name.value for each in found] == ["step", "f", None]

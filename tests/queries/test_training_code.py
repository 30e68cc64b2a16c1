"""`layerlint.queries.training_code`: what trains, of which loss and model, and by what."""

from __future__ import annotations

import pytest

from layerlint.queries.gradient_calls import Gradient
from layerlint.queries.recorded_code import runs
from layerlint.queries.training_code import Training, training_code

HEAD = "import jax\nimport keras\nimport tensorflow as tf\n\n"
TAPE = "    with tf.GradientTape() as tape:\n        loss = compute(model(x, training=True))\n"
STEP = f"def step(x):\n{TAPE}"
TAKE = "    grads = tape.gradient(loss, model.trainable_variables)\n"
APPLY = "opt.apply_gradients(zip(grads, model.trainable_variables))\n"


@pytest.fixture
def code(module):
    """The training code of a module with the usual imports."""
    return lambda text: training_code(module(HEAD + text))


def described(gradient: Gradient, training: Training) -> tuple[str, ...]:
    """The loss, and the models with whether each of their runs tells the mode."""
    module = training.module
    assert gradient.loss is not None
    return (
        module.source(gradient.loss),
        *(
            f"{run.module.source(run.call.func)} {run.tells_mode}"
            for model in gradient.models
            for run in runs(model, gradient.recorded, module)
        ),
    )


def only(code) -> tuple[Gradient, Training]:
    found = [(gradient, part) for part in code for gradient in part.gradients]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "apply",
    [
        APPLY,
        APPLY.replace("))", "), name='x')"),
        "opt.apply_gradients(list(zip(grads, model.trainable_variables)))\n",
        "opt.apply_gradients([(g, v) for g, v in zip(grads, model.trainable_variables)])\n",
        "pairs = zip(grads, model.trainable_weights)\n    opt.apply_gradients(pairs)\n",
        "opt.apply(grads, model.trainable_variables)\n",
        "weights = model.trainable_variables\n    opt.apply(grads, weights)\n",
        "grads = [tf.clip_by_norm(g, 1.0) for g in grads]\n    " + APPLY,
    ],
)
def test_a_gradient_is_followed_to_each_way_to_apply_it(code, apply: str) -> None:
    found = code(f"{STEP}{TAKE}    {apply}")
    gradient, part = only(found)
    assert described(gradient, part) == ("loss", "model True")
    assert found.is_applied(gradient)
    (update,) = part.updates
    assert part.module.source(update.optimizer) == "opt"
    assert [part.module.source(each) for each in update.models] == ["model"]


WAYS = {
    "a loop at the top level": (
        f"for x in data:\n{TAPE}{TAKE}    {APPLY}",
        ("loss", "model True"),
    ),
    "a helper that returns the gradients": (
        f"def take(x):\n{TAPE}    return loss, tape.gradient(loss, model.trainable_weights)\n\n"
        f"def step(x):\n    loss, grads = take(x)\n    {APPLY}",
        ("loss", "model True"),
    ),
    "a helper that applies them": (
        f"def apply(grads):\n    {APPLY}\n{STEP}{TAKE}    apply(grads)\n",
        ("loss", "model True"),
    ),
    "a loss that a helper computes with a model by another name": (
        "def compute(net, x):\n    return tf.reduce_mean(net(x))\n\n"
        "def step(model, x):\n    with tf.GradientTape() as tape:\n"
        f"        loss = compute(model, x)\n{TAKE}    {APPLY}",
        ("loss", "net False"),
    ),
    "a trainer whose loss is a method": (
        "class Trainer:\n    def loss(self, x):\n        return tf.reduce_mean(self.model(x))\n\n"
        "    def step(self, x):\n        with tf.GradientTape() as tape:\n"
        "            loss = self.loss(x)\n"
        "        grads = tape.gradient(loss, self.model.trainable_weights)\n"
        "        self.opt.apply_gradients(zip(grads, self.model.trainable_weights))\n",
        ("loss", "self.model False"),
    ),
    "a tape that is made before": (
        "def step(x):\n    tape = tf.GradientTape()\n    with tape:\n        loss = f(model(x))\n"
        f"{TAKE}    {APPLY}",
        ("loss", "model False"),
    ),
    "a loss that an optimizer minimizes": (
        "def step(x):\n    opt.minimize(lambda: f(model(x)), model.trainable_variables)\n",
        ("f(model(x))", "model False"),
    ),
    "a function that an optimizer minimizes": (
        "def step(x):\n    def loss():\n        return f(model(x))\n"
        "    opt.minimize(loss, var_list=lambda: model.trainable_variables)\n",
        ("f(model(x))", "model False"),
    ),
    "a recorded loss that an optimizer minimizes": (
        f"{STEP}    opt.minimize(loss, model.trainable_variables, tape=tape)\n",
        ("loss", "model True"),
    ),
    "a function of JAX": (
        "def loss(variables, state, x):\n    y, state = model.stateless_call(variables, state, x)\n"
        "    return f(y)\n\ntake = jax.value_and_grad(loss)\n\n@jax.jit\n"
        "def step(variables, state, slots, x):\n    value, grads = take(variables, state, x)\n"
        "    return opt.stateless_apply(slots, grads, variables)\n",
        ("f(y)", "model.stateless_call False"),
    ),
    "two models in one sum of variables": (
        "def step(x):\n    with tf.GradientTape() as tape:\n        loss = f(b(a(x)))\n"
        "    weights = a.trainable_variables + b.trainable_variables\n"
        "    opt.apply_gradients(zip(tape.gradient(loss, weights), weights))\n",
        ("loss", "a False", "b False"),
    ),
    "one of a list of models": (
        "def step(x):\n    for model, opt in zip(models, opts):\n"
        "        with tf.GradientTape() as tape:\n            loss = f(model(x))\n"
        "        grads = tape.gradient(loss, model.trainable_variables)\n"
        f"        {APPLY}",
        ("loss", "model False"),
    ),
    "one of a dictionary of models": (
        "def step(x):\n    with tf.GradientTape() as tape:\n        loss = f(nets['a'](x))\n"
        "    grads = tape.gradient(loss, nets['a'].trainable_variables)\n"
        "    opt.apply_gradients(zip(grads, nets['a'].trainable_variables))\n",
        ("loss", "nets['a'] False"),
    ),
    "a function within a function": (
        "def train():\n    model, opt = make()\n\n    @tf.function\n"
        + "".join(f"    {line}\n" for line in f"{STEP}{TAKE}    {APPLY}".splitlines()),
        ("loss", "model True"),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_training_code_is_seen_in_each_shape(code, way: str) -> None:
    text, expected = WAYS[way]
    found = code(text)
    gradient, part = only(found)
    assert described(gradient, part) == expected
    assert found.is_applied(gradient)


def test_a_gradient_that_nobody_applies_does_not_train(code) -> None:
    found = code(f"{STEP}    return tape.gradient(loss, model.trainable_variables)\n")
    assert not found.is_applied(only(found)[0])


def test_the_gradients_of_two_tapes_are_told_apart(code) -> None:
    found = code(
        "def step(x):\n    with tf.GradientTape() as one, tf.GradientTape() as other:\n"
        "        loss, cost = f(a(x)), g(b(x))\n"
        "    first = one.gradient(loss, a.trainable_variables)\n"
        "    second = other.gradient(cost, b.trainable_variables)\n"
        "    p.apply_gradients(zip(first, a.trainable_variables))\n"
        "    q.apply_gradients(zip(second, b.trainable_variables))\n"
    )
    (part,) = found
    assert [described(each, part)[0] for each in part.gradients] == ["loss", "cost"]
    taken = [found.gradient_of(update) for update in part.updates]
    assert [each.call for each in taken if each] == [each.call for each in part.gradients]


@pytest.mark.parametrize("given", ["w = model.trainable_variables\n    w = other()", "w = list(f)"])
def test_variables_that_may_be_of_anything_are_of_no_model(code, given: str) -> None:
    found = code(f"def step(grads):\n    {given}\n    opt.apply(grads, w)\n")
    (part,) = found
    assert [update.models for update in part.updates] == [()]


def test_what_a_function_calls_does_its_part_of_the_training(code) -> None:
    found = code(f"{STEP}{TAKE}    {APPLY}\ndef epoch():\n    for x in data:\n        step(x)\n")
    (part,) = found
    epoch = part.module.function_defs["epoch"]
    assert found.reached_from(epoch) == [part]
    assert found.of(epoch).updates == []

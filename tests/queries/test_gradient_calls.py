"""`layerlint.queries.gradient_calls`: where the gradient of a loss is taken."""

from __future__ import annotations

import pytest

from layerlint.queries.gradient_calls import gradients, is_recorded, tapes
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

HEAD = "import jax, numpy as np\nimport tensorflow as tf\nfrom tensorflow import GradientTape\n\n"
TAPE = "with tf.GradientTape() as tape:\n    loss = f(model(x))\n"


def mark(module) -> cst.Call:
    return next(c for c in walk_kinds(module.tree, cst.Call) if module.source(c) == "mark()")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (TAPE, ["tape"]),
        ("with GradientTape(persistent=True) as t:\n    pass", ["t"]),
        ("with tf.GradientTape() as a, tf.GradientTape() as b:\n    pass", ["a", "b"]),
        ("tape = tf.GradientTape()\nwith tape:\n    pass", ["tape"]),
        ("with open(p) as tape:\n    pass", []),
        ("with torch.GradientTape() as tape:\n    pass", []),
        ("# " + TAPE.replace("\n", "\n# "), []),
    ],
)
def test_the_tapes_of_a_module(module, code: str, names: list[str]) -> None:
    assert [tape.name for tape in tapes(module(HEAD + code + "\n"))] == names


def test_a_tape_has_all_blocks_that_it_records(module) -> None:
    code = "tape = tf.GradientTape(persistent=True)\nwith tape:\n    a()\nwith tape:\n    b()\n"
    (tape,) = tapes(module(HEAD + code))
    assert len(tape.blocks) == len(tape.bodies) == 2


@pytest.mark.parametrize(
    ("code", "recorded"),
    [
        ("with tf.GradientTape() as tape:\n    mark()", True),
        ("with tf.GradientTape() as tape:\n    if a:\n        mark()", True),
        ("with tf.GradientTape() as tape:\n    pass\nmark()", False),
        ("mark()\nwith tf.GradientTape() as tape:\n    pass", False),
        ("with open(p) as tape:\n    mark()", False),
    ],
)
def test_code_in_the_block_is_recorded(module, code: str, recorded: bool) -> None:
    checked = module(f"{HEAD}{code}\n")
    assert is_recorded(mark(checked), checked) is recorded


def taken(module, code: str) -> list[tuple[str, ...]]:
    checked = module(f"{HEAD}{code}\n")
    return [
        (checked.source(each.loss) if each.loss else "", *map(checked.source, each.models))
        for each in gradients(checked)
    ]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (TAPE + "g = tape.gradient(loss, model.trainable_variables)", [("loss", "model")]),
        (
            TAPE + "g = tape.gradient(target=loss, sources=model.trainable_weights)",
            [("loss", "model")],
        ),
        (TAPE + "v = model.trainable_variables\ng = tape.gradient(loss, v)", [("loss", "model")]),
        (TAPE + "g = tape.gradient(loss, x)", [("loss",)]),
        ("opt.minimize(lambda: f(x), model.trainable_variables)", [("f(x)", "model")]),
        (TAPE, []),
        ("g = np.gradient(loss)", []),
        ("g = tf.gradients(loss, x)", []),
    ],
)
def test_a_gradient_is_of_a_loss_by_the_variables_of_models(module, code: str, found) -> None:
    assert taken(module, code) == found


def test_what_a_gradient_is_taken_of_was_recorded(module) -> None:
    checked = module(HEAD + TAPE + "g = tape.gradient(loss, model.trainable_variables)\n")
    (gradient,) = gradients(checked)
    assert ["loss = f(model(x))" in checked.source(each) for each in gradient.recorded] == [True]
    assert gradient.tape is not None
    assert gradient.function is None


def test_a_tape_of_somebody_else_has_recorded_nothing_that_is_seen(module) -> None:
    code = "def step(tape, loss):\n    return tape.gradient(loss, model.trainable_variables)\n"
    (gradient,) = gradients(module(HEAD + code))
    assert gradient.tape is None
    assert gradient.recorded == ()
    assert gradient.function is not None

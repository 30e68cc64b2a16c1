"""`layerlint.queries.rebound_names`: which names code gives another value."""

from __future__ import annotations

import pytest

from layerlint.queries.rebound_names import names_assigned_to, rebinds

LAYER = """
import keras

class Scale(keras.layers.Layer):
    def call(self, x, training=None, mask=None):
        {line}
        return x
"""


@pytest.mark.parametrize(
    "line",
    [
        "training = True",
        "x, (training, y) = x",
        "training: bool = True",
        "training |= True",
        "for training in x: pass",
        "with x as training: pass",
        "y = (training := True)",
    ],
)
def test_a_method_rebinds_what_any_statement_of_it_binds(module, line: str) -> None:
    method = module(LAYER.format(line=line)).classes[0].methods["call"]
    assert rebinds(method, "training")


@pytest.mark.parametrize(
    "line", ["training.x = 1", "training[0] = 1", "y = training", "class Y: training = 1"]
)
def test_a_method_does_not_rebind_what_it_only_uses(module, line: str) -> None:
    method = module(LAYER.format(line=line)).classes[0].methods["call"]
    assert not rebinds(method, "training")


@pytest.mark.parametrize("line", ["x[0] = 1", "x.y = 1", "x += 1", "x, y = y", "(x := 1)"])
def test_a_name_is_assigned_to_where_only_a_part_of_it_is(module, line: str) -> None:
    method = module(LAYER.format(line=line)).classes[0].methods["call"]
    assert "x" in names_assigned_to(method.node.body)


def test_a_name_that_is_only_read_is_not_assigned_to(module) -> None:
    method = module(LAYER.format(line="y = x")).classes[0].methods["call"]
    assert names_assigned_to(method.node.body) == {"y"}

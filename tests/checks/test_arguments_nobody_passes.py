"""An argument that does nothing harms nobody where an application never passes it."""

from __future__ import annotations

from typing import Any

import pytest

NET = """\
from tensorflow import keras


class Net(keras.Model):
    def __init__(self, width, writer=None):
        super().__init__()
        self.dense = keras.layers.Dense(width)

    def call(self, x):
        return self.dense(x)
"""
TRAIN = """\
from net import Net

model = Net({arguments})
model.compile("adam", "mse")
model.fit(data)
"""


def found(lint: Any, arguments: str) -> int:
    return len(lint("", select="LL507", net=NET, train=TRAIN.format(arguments=arguments)))


@pytest.mark.parametrize("arguments", ["4", "width=4"])
def test_it_is_passed_over_where_all_that_make_the_class_leave_it_out(
    lint: Any, tmp_path: Any, arguments: str
) -> None:
    (tmp_path / ".git").mkdir()
    assert found(lint, arguments) == 0


@pytest.mark.parametrize("arguments", ["4, log", "4, writer=log", "*sizes", "**options"])
def test_it_is_reported_where_one_passes_it_or_may(
    lint: Any, tmp_path: Any, arguments: str
) -> None:
    (tmp_path / ".git").mkdir()
    assert found(lint, arguments) == 1


def test_it_is_reported_in_a_package_which_others_use(lint: Any, tmp_path: Any) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'net'\n")
    assert found(lint, "4") == 1


CHOSEN = """\
from net import Net


def chosen(options):
    return Net, options.loss


def train(options, data):
    kind, loss = chosen(options)
    model = kind({arguments})
    model.fit(data)
"""


@pytest.mark.parametrize(("arguments", "count"), [("4", 0), ("4, writer=log", 1)])
def test_a_class_that_a_function_returns_is_made_where_that_is_called(
    lint: Any, tmp_path: Any, arguments: str, count: int
) -> None:
    (tmp_path / ".git").mkdir()
    files = {"net": NET, "train": CHOSEN.format(arguments=arguments)}
    assert len(lint("", select="LL507", **files)) == count

"""`layerlint.model.config`: what `get_config` returns, read as Python would run it."""

from __future__ import annotations

import pytest

from layerlint.model.config import config_of

HEAD = """
import keras

class Base(keras.layers.Layer):
    def get_config(self):
        config = super().get_config()
        config["of_base"] = 1
        return config

class Probe(Base):
    def get_config(self):
BODY
"""


def config(module, *lines: str):
    body = "\n".join(f"        {line}" for line in lines)
    return config_of(module(HEAD.replace("BODY", body)).classes[-1])


@pytest.mark.parametrize(
    "lines",
    [
        ["return {'a': 1, 'b': 2}"],
        ["return dict(a=1, b=2)"],
        ["config = {'a': 1}", "config['b'] = 2", "return config"],
        ["config = {'a': 1}", "config.update({'b': 2})", "return config"],
        ["config = {'a': 1}", "config.update(b=2)", "return config"],
        ["return {**{'a': 1}, 'b': 2}"],
        ["return {'a': 1} | {'b': 2}"],
    ],
)
def test_a_dictionary_is_read_however_it_is_put_together(module, lines: list[str]) -> None:
    found = config(module, *lines)
    assert (set(found.keys), found.open, found.roots) == ({"a", "b"}, False, frozenset())


def test_the_config_of_the_base_is_part_of_what_is_built_on_it(module) -> None:
    found = config(module, "config = super().get_config()", "config['a'] = 1", "return config")
    assert set(found.keys) == {"of_base", "a"}
    assert found.roots == {"layers.Layer"}


def test_a_key_that_is_there_on_some_paths_only_is_conditional(module) -> None:
    found = config(module, "config = {}", "if self.x:", "    config['a'] = 1", "return config")
    assert found.keys["a"].conditional


def test_what_cannot_be_followed_makes_the_config_open(module) -> None:
    found = config(module, "config = {'a': 1}", "config.update(self.more())", "return config")
    assert found.open
    assert found.has("anything")


def test_a_forgotten_return_gives_nothing(module) -> None:
    assert config(module, "config = {'a': 1}").nothing

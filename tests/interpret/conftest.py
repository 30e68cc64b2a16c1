"""Layers written around a body of `call()`, as the interpreter sees them."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent, indent

import pytest

from layerlint.interpret.effects import StateUpdate
from layerlint.interpret.worlds import Worlds
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module

CLASS = """\
import functools
import tensorflow as tf
import keras
from keras import backend as K
from tensorflow.python.framework import smart_cond as sc


class Probe(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.cell = keras.layers.Dense(1)
        self.drop = keras.layers.Dropout(0.5)

    def build(self, input_shape):
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.many = [self.add_weight(name=f"w{i}", shape=()) for i in range(2)]

"""


@pytest.fixture
def layer(module: Callable[..., Module]) -> Callable[..., LayerClass]:
    """The layer whose `call` (and further methods) the test writes."""

    def make(methods: str, head: str = CLASS, **files: str) -> LayerClass:
        return module(head + indent(dedent(methods), "    "), "probe.py", **files).classes[-1]

    return make


@pytest.fixture
def writes(layer: Callable[..., LayerClass]) -> Callable[..., str]:
    """Where the layer's writes can run, as letters: T(rain), I(nfer), U(nset), lower case where
    nothing may be claimed."""

    def worlds(methods: str, **more: str) -> str:
        possible = opaque = Worlds.NONE
        for effect in layer(methods, **more).forward.of(StateUpdate):
            possible |= effect.worlds
            opaque |= effect.opaque
        letters = ((Worlds.TRAIN, "T"), (Worlds.INFER, "I"), (Worlds.UNSET, "U"))
        return "".join(
            letter.lower() if opaque & world else letter
            for world, letter in letters
            if possible & world
        )

    return worlds

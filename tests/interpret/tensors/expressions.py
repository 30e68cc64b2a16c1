"""Seeded random lines of `call()` over tensors, arrays, numbers, shapes and containers of them.

A line is made of operands at hand (the input, weights, constants, what earlier lines were bound to)
and of a form: functions by the tables of `layerlint.facts.tensors` in each home that they have,
operators, slices, casts, attributes, displays, loops. Many a line is no valid Python for its
operands: whoever asks for lines says which of them run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from layerlint.facts import tensors


def _words(text: str, separator: str | None = None) -> list[str]:
    return text.split(separator)


HEADER = """\
import math

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


class Example(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.units = 6
        self.rate = 0.5
        self.constant = tf.constant([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
        self.table = np.ones((4, 6), "float32")
        self.numbers = [1, 2, 3]
        self.dense = keras.layers.Dense(6)
        self.norm = keras.layers.LayerNormalization()
        self.pool = keras.layers.GlobalAveragePooling1D()
        self.drop = keras.layers.Dropout(0.5)
        self.merge = keras.layers.Concatenate()
        self.add = keras.layers.Add()
        self.act = keras.activations.get("relu")

    def build(self, input_shape):
        self.width = input_shape[-1]
        self.sizes = tuple(input_shape)
        self.first = input_shape[0]
        self.w = self.add_weight(shape=(6,), name="w", initializer="ones")
        self.kernel = self.add_weight(shape=(6, 6), name="kernel", initializer="ones")
        self.seen = self.add_weight(
            shape=(), name="seen", dtype="int32", initializer="zeros", trainable=False
        )
        for layer in (self.dense, self.norm, self.drop):
            layer.build(input_shape)

    def helper(self, tensor, scale=2.0):
        return tensor * scale

    def pair(self, tensor):
        return tensor, tensor.shape

    def call(self, x, mask=None):
"""
GIVEN = _words("""
x x x x x x self.w self.kernel self.seen self.constant self.table self.units self.rate
self.width self.sizes self.first self.numbers (1) (2.0) True None x.shape x.shape[0]
x.shape[1] tf.shape(x) tf.shape(x)[0]
""")
DTYPES = _words("""
'float32' tf.float32 np.float32 'int32' tf.int64 'bool' tf.bool self.compute_dtype x.dtype
'float16' K.floatx() self.dtype np.int32 bool
""")
INDICES = _words(
    ": | 0 | -1 | ... | None | tf.newaxis | 1: | :1 | :-1 | ::2 | 0:2 | :self.units | "
    "tf.shape(x)[0] - 1 | slice(None) | 'a'",
    " | ",
)
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "@", "<", ">=", "==", "!=", "&", "and", "or"]
ATTRIBUTES = _words("""
shape dtype T ndim size name shape.rank dtype.name device
""")
METHODS = _words(
    "get_shape() | shape.as_list() | numpy() | astype('float32') | mean() | copy() | reshape((-1, "
    "6)) | sum(axis=0) | value() | read_value() | items() | item() | get_shape().as_list() | "
    "tolist() | index(1) | __len__()",
    " | ",
)
BUILTINS = _words("""
len list tuple abs float int bool sum max min str type range reversed sorted enumerate zip
repr round set dict iter isinstance callable math.sqrt math.prod math.ceil
""")
NUMPY = _words("""
array asarray sum mean sqrt ones zeros prod arange float32 exp ones_like stack concatenate
where abs reshape int32 expand_dims
""")
HOMES: dict[str, tuple[str, ...]] = {
    "tf": ("tf", "tf.math", "tf.nn", "tf.linalg"),
    "ops": ("keras.ops",),
    "backend": ("K",),
}
SUBLAYERS = ["dense", "norm", "pool", "drop", "act", "helper", "pair"]


class Lines:
    """A run of random lines; each bound name may be an operand of those that follow."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.names: list[str] = []
        self.functions = list(_functions())

    def make(self, count: int, runs: Callable[[str, str], bool]) -> list[str]:
        """So many lines `v<number> = <expression>`, all of which `runs` says of that they do."""
        lines: list[str] = []
        while len(lines) < count:
            name = f"v{len(lines)}"
            line = f"{name} = {self.expression()}"
            if runs(name, line):
                lines.append(line)
                self.names.append(name)
        return lines

    def operand(self) -> str:
        """A name or a short expression."""
        pick = self.chance.random()
        if self.names and pick < 0.5:
            return self.chance.choice(self.names[-12:])
        if pick < 0.55 and self.names:
            return f"{self.chance.choice(self.names)}[{self.chance.choice(INDICES)}]"
        return self.chance.choice(GIVEN)

    def expression(self) -> str:
        """An expression of a random form."""
        forms: list[tuple[int, Callable[[], str]]] = [
            (9, self._function),
            (4, self._operator),
            (3, self._index),
            (2, self._cast),
            (2, self._attribute),
            (2, self._builtin),
            (1, self._numpy),
            (2, self._display),
            (2, self._loop),
            (2, self._sublayer),
            (1, self._choice),
            (1, self._method),
        ]
        weights, makers = zip(*forms, strict=True)
        return self.chance.choices(makers, weights)[0]()

    def _function(self) -> str:
        name, role, library = self.chance.choice(self.functions)
        call = f"{self.chance.choice(HOMES[library])}.{name}"
        extra = self._extra(name, role)
        if role == "create":
            size = self.chance.choice(
                ["(2, 6)", "x.shape", "tf.shape(x)", "6", "1.0", "[1, 2]", "x"]
            )
            return f"{call}({size}{extra})"
        if role in ("binary", "comparison") and self.chance.random() < 0.8:
            return f"{call}({self.operand()}, {self.operand()})"
        if role == "join":
            return f"{call}([{self.operand()}, {self.operand()}]{extra})"
        if role == "where":
            return f"{call}({self.operand()} > 0, {self.operand()}, {self.operand()})"
        return f"{call}({self.operand()}{extra})"

    def _extra(self, name: str, role: str) -> str:
        """Further arguments that go with the function, or none."""
        axis = self.chance.choice(["0", "1", "-1", "(0, 1)", "None", "[1]", "-2"])
        if role in ("reduction", "join", "integer") and self.chance.random() < 0.7:
            keep = self.chance.choice(["", "", ", keepdims=True"])
            return f", axis={axis}{keep if role == 'reduction' else ''}"
        if role in ("like", "create") and self.chance.random() < 0.4:
            return f", dtype={self.chance.choice(DTYPES)}"
        if role == "cast":
            return f", {self.chance.choice(DTYPES)}"
        arguments = {
            "reshape": ["(-1, 6)", "(-1, 4, 6)", "tf.shape(x)", "(6, -1)", "x.shape"],
            "expand_dims": ["0", "-1", "axis=1"],
            "transpose": ["[0, 2, 1]", "[1, 0, 2]", "perm=[0, 2, 1]"],
            "tile": ["[1, 2, 1]", "[2, 1, 1]"],
            "repeat": ["2", "2, axis=1", "2, axis=0"],
            "gather": ["[0]", "[0], axis=1"],
            "take": ["0", "[0]", "0, axis=1"],
            "pad": ["[[0, 0], [1, 1], [0, 0]]", "[[1, 0], [0, 0], [0, 0]]"],
            "squeeze": ["axis=0", "axis=-1"],
            "split": ["2", "2, axis=1", "2, axis=-1", "[2, 4], axis=-1"],
            "unstack": ["axis=1", "axis=-1"],
            "roll": ["1, axis=1", "1, 0"],
            "one_hot": ["4"],
            "clip_by_value": ["0.0, 1.0"],
            "broadcast_to": ["tf.shape(x)"],
            "einsum": [],
        }.get(name, [])
        return f", {self.chance.choice(arguments)}" if arguments else ""

    def _operator(self) -> str:
        operator = self.chance.choice(OPERATORS)
        if self.chance.random() < 0.1:
            return f"{self.chance.choice(['-', '~', 'not '])}{self.operand()}"
        if self.chance.random() < 0.1:
            return f"{self.operand()} is {self.chance.choice(['', 'not '])}None"
        return f"{self.operand()} {operator} {self.operand()}"

    def _index(self) -> str:
        count = self.chance.choice([1, 1, 1, 2, 2, 3])
        parts = ", ".join(self.chance.choice(INDICES) for _ in range(count))
        return f"{self.operand()}[{parts}]"

    def _cast(self) -> str:
        dtype = self.chance.choice(DTYPES)
        call = self.chance.choice(["tf.cast", "K.cast", "keras.ops.cast", "tf.convert_to_tensor"])
        word = self.chance.choice(["", "dtype="])
        return f"{call}({self.operand()}, {word}{dtype})"

    def _attribute(self) -> str:
        return f"{self.operand()}.{self.chance.choice(ATTRIBUTES)}"

    def _method(self) -> str:
        return f"{self.operand()}.{self.chance.choice(METHODS)}"

    def _builtin(self) -> str:
        return f"{self.chance.choice(BUILTINS)}({self.operand()})"

    def _numpy(self) -> str:
        return f"np.{self.chance.choice(NUMPY)}({self.operand()})"

    def _display(self) -> str:
        inside = ", ".join(self.operand() for _ in range(self.chance.choice([1, 2, 2, 3])))
        star = self.chance.choice(["", "", "*"])
        return self.chance.choice(
            [f"[{star}{inside}]", f"({star}{inside},)", f"{{'a': [{inside}]}}"]
        )

    def _loop(self) -> str:
        item = self.chance.choice(["i", "i * 2", "(i, 1)", "x", "i + x"])
        over = self.operand()
        if self.chance.random() < 0.3:
            over = f"{self.chance.choice(['enumerate', 'zip', 'reversed', 'list'])}({over})"
        return f"[{item} for i in {over}]"

    def _sublayer(self) -> str:
        if self.chance.random() < 0.2:
            name = self.chance.choice(["merge", "add"])
            return f"self.{name}([{self.operand()}, {self.operand()}])"
        return f"self.{self.chance.choice(SUBLAYERS)}({self.operand()})"

    def _choice(self) -> str:
        test = self.chance.choice(["self.units > 3", "mask is None", f"{self.operand()} is None"])
        return f"{self.operand()} if {test} else {self.operand()}"


def _functions() -> Iterator[tuple[str, str, str]]:
    """The functions of the tables, in each library that they may be in."""
    names = dict.fromkeys([*tensors._ROLES, *tensors._BACKEND_ROLES])
    for name in names:
        for library in HOMES:
            home = {"tf": "tensorflow", "ops": "keras.ops", "backend": "keras.backend"}[library]
            function = tensors.tensor_function(f"{home}.{name}")
            if function is not None:
                yield name, function.role, library

"""Seeded random layers for the differential test: guards of every kind around counters.

Every write has a counter of its own, named in a comment on its line, so that what ran can be read
off the weights and what the interpreter claims off the lines of its effects.
"""

from __future__ import annotations

import random
from collections.abc import Callable

HEADER = """\
import functools

import tensorflow as tf
from tensorflow import keras


def smart_cond(pred, true_fn, false_fn):
    return true_fn() if pred else false_fn()


def bump(variable):
    variable.assign_add(1.0)


def resolved(training):
    if training is None:
        return False
    return training


class Base(keras.layers.Layer):
    def __init__(self, a=False, b=False, fails=False, **kwargs):
        super().__init__(**kwargs)
        self.a = a
        self.b = b
        self.fails = fails

    def _own(self, training):
        if training is None:
            training = self.a
        return training and not self.b

    def skip(self):
        return 0.0

    def inherited(self, variable, training=None):
        if training:
            variable.assign_add(1.0)

    @property
    def asked(self):
        return self._mode
"""

FLAG_TESTS = [
    "training",
    "not training",
    "training is None",
    "training is not None",
    "training is True",
    "training is not True",
    "training is False",
    "training is not False",
    "training == True",
    "training != True",
    "training == 1",
    "bool(training)",
    "not bool(training)",
    "bool(training) is True",
    "int(bool(training)) == 1",
    "training in (True, 1)",
    "training in {0, False}",
    "training not in (None, False)",
    "isinstance(training, bool)",
    "isinstance(training, bool) and training",
    "training and self.a",
    "self.a and training",
    "training or self.a",
    "self.b or not training",
    "not training and self.b",
    "not (training or self.a)",
    "not (training is None or self.b)",
    "(training if self.a else False)",
    "(False if training is None else training)",
    "(self.a if training is None else training)",
    "resolved(training)",
    "not resolved(training)",
    "self._own(training)",
    "self._own(training=training)",
    "(lambda t: t)(training)",
    "(lambda t: not t)(training)",
    "any([training, self.a])",
    "(training, self.a)[0]",
    "[self.a, training][1]",
    "getattr(self, 'a') and training",
    "training is not None and training is not False",
    "training is None or training",
    "1 - int(bool(training))",
    "int(bool(training)) * 1.0",
    "all([training, True])",
    "('train' if training else 'test') == 'train'",
    "dict(mode=training).get('mode')",
    "self.asked",
]
OTHER_TESTS = ["self.a", "not self.a", "self.b", "not self.b"]
BINDINGS = [
    "flag = training",
    "flag = bool(training)",
    "flag = not training",
    "flag = training and self.a",
    "flag, other = training, self.a",
    "other, flag = self.b, bool(training)",
    "flag = resolved(training)",
    "flag = self._own(training)",
    "flag = True if training is None else training",
    "flag = self.a",
    "flag = other = training",
    "flag: bool = bool(training)",
    "flag = None",
    "flag = (other := training)",
    "flag = [training][0]",
    "flag = dict(value=training)['value']",
    "flag = training if self.a else not training",
]


class Program:
    """One layer class: `source`, and the number of its `counters`."""

    def __init__(self, name: str, generator: random.Random, keras: int) -> None:
        self.name = name
        self.random = generator
        self.keras = keras
        self.counters = 0
        self.methods: list[str] = []
        self.tried = False
        body = self.block(2, "        ")
        default = generator.choice(["None"] * 6 + ["False", "True"])
        self.source = "\n".join(
            [
                f"class {name}(Base):",
                "    def build(self, input_shape):",
                "        self.c = [",
                '            self.add_weight(name=f"c{i}", shape=(), initializer="zeros",',
                "                            trainable=False)",
                f"            for i in range({self.counters or 1})",
                "        ]",
                "        self.by_name = {f'c{i}': c for i, c in enumerate(self.c)}",
                "",
                *self.methods,
                f"    def call(self, x, training={default}):",
                "        self._mode = training",
                "        flag = None",
                "        other = None",
                *body,
                "        return x",
                "",
            ]
        )

    def counter(self) -> int:
        self.counters += 1
        return self.counters - 1

    def test(self) -> str:
        kind = self.random.random()
        if kind < 0.74:
            return self.random.choice(FLAG_TESTS)
        if kind < 0.96:
            return self.random.choice(["flag", "not flag", "bool(flag)"])
        return self.random.choice(OTHER_TESTS)

    def block(self, depth: int, indent: str) -> list[str]:
        lines: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            lines += self.statement(depth, indent)
        return lines

    def statement(self, depth: int, indent: str) -> list[str]:
        simple: list[Callable[[str], list[str]]] = [
            self.update,
            self.update,
            self.update,
            self.bind,
            self.helper,
            self.conditional_call,
            self.selected,
            self.expression,
            self.local_function,
            self.dispatched,
            self.contained,
            self.borrowed,
            self.averaged,
            self.passed_on,
        ]
        nested: list[Callable[[int, str], list[str]]] = [
            self.branch,
            self.branch,
            self.branch,
            self.early_exit,
            self.loop,
            self.protected,
            self.matched,
        ]
        if depth and self.random.random() < 0.6:
            return self.random.choice(nested)(depth - 1, indent)
        return self.random.choice(simple)(indent)

    def target(self, index: int) -> str:
        return self.random.choice([f"self.c[{index}]", f"self.by_name['c{index}']"])

    def write(self, index: int) -> str:
        target = self.target(index)
        return self.random.choice(
            [
                f"{target}.assign_add(1.0)",
                f"{target}.assign({target} + 1.0)",
                f"{target}.assign_sub(-1.0)",
            ]
        )

    def update(self, indent: str) -> list[str]:
        index = self.counter()
        alias = self.random.random() < 0.2
        if alias:
            return [
                f"{indent}variable = {self.target(index)}",
                f"{indent}variable.assign_add(1.0)  # c{index}",
            ]
        return [f"{indent}{self.write(index)}  # c{index}"]

    def bind(self, indent: str) -> list[str]:
        return [indent + self.random.choice(BINDINGS)]

    def helper(self, indent: str) -> list[str]:
        """A method of its own around a write, called with the flag or without it."""
        index = self.counter()
        name = f"_step_{index}"
        test = self.random.choice(FLAG_TESTS)
        self.methods += [
            f"    def {name}(self, training={self.random.choice(['None', 'False', 'True'])}):",
            f"        if {test}:",
            f"            {self.write(index)}  # c{index}",
            "        return training",
            "",
        ]
        call = self.random.choice(
            [
                f"self.{name}(training)",
                f"self.{name}(training=training)",
                f"self.{name}()",
                f"self.{name}(flag)",
                f"self.{name}(not training)",
                f"functools.partial(self.{name}, training)()",
                f"flag = self.{name}(training)",
            ]
        )
        return [indent + call]

    def conditional_call(self, indent: str) -> list[str]:
        """`tf.cond` and conditional expressions over callables."""
        index = self.counter()
        name = f"_bump_{index}"
        self.methods += [
            f"    def {name}(self):",
            f"        {self.write(index)}  # c{index}",
            "        return 0.0",
            "",
        ]
        test = self.test()
        form = self.random.choice(
            [
                "tf.cond(tf.cast(bool({t}), tf.bool), self.{n}, lambda: 0.0)",
                "tf.cond(tf.constant(bool({t})), lambda: 0.0, lambda: self.{n}())",
                "tf.cond(bool({t}), true_fn=lambda: self.{n}(), false_fn=lambda: 0.0)",
                "self.{n}() if {t} else None",
                "None if {t} else self.{n}()",
                "({t}) and self.{n}()",
                "({t}) or self.{n}()",
                "[self.{n}() for _ in range(2) if {t}]",
                "(self.{n} if {t} else (lambda: 0.0))()",
                "[f() for f in [self.{n}]] if {t} else []",
                "smart_cond(bool({t}), self.{n}, lambda: 0.0)",
            ]
        )
        return [indent + form.format(t=test, n=name)]

    def selected(self, indent: str) -> list[str]:
        """A write in any case, of a value that may be the old one."""
        index = self.counter()
        target = f"self.c[{index}]"
        test = self.test()
        lines = [f"{indent}mask = 1.0 if {test} else 0.0"]
        value = self.random.choice(
            [
                "assign_add(mask)",
                "assign(tf.where(bool({t}), {w} + 1.0, {w}))",
                "assign(mask * ({w} + 1.0) + (1.0 - mask) * {w})",
                "assign({w} + 1.0 if {t} else {w})",
                "assign_sub(-1.0 * mask)",
                "assign_add(tf.where(bool({t}), 1.0, 0.0))",
            ]
        ).format(t=test, w=target)
        return [*lines, f"{indent}{target}.{value}  # c{index}"]

    def dispatched(self, indent: str) -> list[str]:
        """One of several functions, picked from a container or by a switch."""
        index = self.counter()
        test = self.test()
        name = f"_pick_{index}"
        self.methods += [
            f"    def {name}(self):",
            f"        {self.write(index)}  # c{index}",
            "        return 0.0",
            "",
        ]
        form = self.random.choice(
            [
                "{{True: self.{n}, False: lambda: 0.0}}[bool({t})]()",
                "[lambda: 0.0, self.{n}][int(bool({t}))]()",
                "(self.{n}, lambda: 0.0)[int(bool({t}))]()",
                "{{'a': self.{n}}}.get('a' if {t} else 'b', lambda: 0.0)()",
                "tf.switch_case(tf.constant(int(bool({t}))), [lambda: 0.0, self.{n}])",
                "tf.switch_case(tf.cast(bool({t}), tf.int32), {{0: self.{n}, 1: lambda: 0.0}})",
                "tf.case([(tf.constant(bool({t})), self.{n})], default=lambda: 0.0)",
                "getattr(self, '{n}' if {t} else 'skip')()",
                "list(map(lambda f: f(), [self.{n}] if {t} else []))",
                "[f() for key, f in {{'a': self.{n}}}.items() if {t}]",
            ]
        )
        return [indent + form.format(t=test, n=name)]

    def contained(self, indent: str) -> list[str]:
        """Counters that are reached through containers, pairs and aliases."""
        index, test, inner = self.counter(), self.test(), indent + "    "
        target = f"self.c[{index}]"
        head = self.random.choice(
            [
                [f"for w, v in (({target}, 1.0),):"],
                [f"for w, v in zip([{target}], [1.0]):"],
                [f"for key, w in {{'m': {target}}}.items():"],
                [f"for w in [{target}] if {test} else []:"],
                [f"for w in self.c[{index}:{index + 1}]:"],
                [f"for w in [c for c in ({target},) if {test}]:"],
                ["held = []", f"if {test}:", f"    held.append({target})", "for w in held:"],
                [
                    "held = {}",
                    f"if {test}:",
                    f"    held['x'] = {target}",
                    "for w in held.values():",
                ],
                [f"w = {target} if self.a else self.c[0 * {index} + {index}]", f"if {test}:"],
                ["held = []", f"held += [{target}]", "for w in held[:1]:"],
            ]
        )
        return [*(indent + line for line in head), f"{inner}w.assign_add(1.0)  # c{index}"]

    def borrowed(self, indent: str) -> list[str]:
        """A local function that changes what the enclosing one knows."""
        index = self.counter()
        change = self.random.choice(["on[0] = {t}", "on.append({t})", "seen = {t}"])
        asked = {"on[": "on[0]", "on.a": "on[-1]"}.get(change[:4], "seen")
        lines = [
            "on = [False]",
            "seen = False",
            f"def change_{index}():",
            "    nonlocal seen",
            f"    {change.format(t=self.test())}",
            f"if {self.test()}:" if self.random.random() < 0.5 else "if True:",
            f"    change_{index}()",
            f"if {asked}:",
            f"    {self.write(index)}  # c{index}",
        ]
        return [indent + line for line in lines]

    def averaged(self, indent: str) -> list[str]:
        """A moving average whose momentum, rate or change switches it off."""
        index, test = self.counter(), self.test()
        w = f"self.c[{index}]"
        form = self.random.choice(
            [
                ["m = 0.5 if {t} else 1.0", "{w}.assign(m * {w} + (1.0 - m) * ({w} + 1.0))"],
                ["m = 0.5 if {t} else 0.0", "{w}.assign_sub(({w} - ({w} + 1.0)) * m)"],
                ["m = tf.ones([]) if {t} else tf.zeros([])", "{w}.assign_add(m)"],
                ["m = {w} * 1.0", "if {t}:", "    m = m + 1.0", "{w}.assign(m)"],
                [
                    "m = {{'new': {w}}}",
                    "if {t}:",
                    "    m['new'] = {w} + 1.0",
                    "{w}.assign(m['new'])",
                ],
                [
                    "m = tf.cond(tf.constant(bool({t})), lambda: 1.0, lambda: 0.0)",
                    "{w}.assign_add(m)",
                ],
            ]
        )
        lines = [indent + line.format(t=test, w=w) for line in form]
        return [*lines[:-1], f"{lines[-1]}  # c{index}"]

    def passed_on(self, indent: str) -> list[str]:
        """The flag in `*args` and `**kwargs` of a method."""
        index = self.counter()
        name = f"_given_{index}"
        self.methods += [
            f"    def {name}(self, *args, **kwargs):",
            f"        if {self.random.choice(['args[0]', 'args and args[0]'])}:",
            f"            {self.write(index)}  # c{index}",
            "        if kwargs.get('training'):",
            f"            {self.write(index)}  # c{index}",
            "",
        ]
        call = self.random.choice(
            [
                "self.{n}(training)",
                "self.{n}(*(flag, 1))",
                "self.{n}(False, training=training)",
                "self.{n}(*[None], **dict(training=flag))",
                "self.{n}(flag, **{{'training': not training}})",
            ]
        )
        return [indent + call.format(n=name)]

    def expression(self, indent: str) -> list[str]:
        index = self.counter()
        name = f"self.c[{index}]"
        form = self.random.choice(
            [
                f"x = x + 0.0 * {name}.assign_add(1.0)",
                f"bump({name})",
                f"self.inherited({name}, training)",
                f"self.inherited({name})",
                f"super().inherited({name}, training=training)",
            ]
        )
        return [f"{indent}{form}  # c{index}"]

    def local_function(self, indent: str) -> list[str]:
        index = self.counter()
        return [
            f"{indent}def local_{index}(t=training):",
            f"{indent}    if {self.random.choice(['t', 'not t', 'training', 'flag', 'self.a'])}:",
            f"{indent}        {self.write(index)}  # c{index}",
            f"{indent}local_{index}({self.random.choice(['', 'training', 'flag', 'True'])})",
        ]

    def branch(self, depth: int, indent: str) -> list[str]:
        lines = [f"{indent}if {self.test()}:", *self.block(depth, indent + "    ")]
        if self.random.random() < 0.3:
            lines += [f"{indent}elif {self.test()}:", *self.block(depth, indent + "    ")]
        if self.random.random() < 0.5:
            lines += [f"{indent}else:", *self.block(depth, indent + "    ")]
        return lines

    def early_exit(self, depth: int, indent: str) -> list[str]:
        return [f"{indent}if {self.test()}:", f"{indent}    return x"]

    def loop(self, depth: int, indent: str) -> list[str]:
        inner = indent + "    "
        head = self.random.choice(
            [
                f"{indent}for step in range(2):",
                f"{indent}for step in [training, self.a]:",
                f"{indent}for _, step in enumerate([1, 2]):",
                f"{indent}for flag in (training, training):",
            ]
        )
        lines = [head, *self.block(depth, inner)]
        leave = self.random.choice(["break", "continue", "", ""])
        if leave:
            lines += [f"{inner}if {self.test()}:", f"{inner}    {leave}"]
            lines += self.update(inner)
        if self.random.random() < 0.2:
            lines += [f"{indent}else:", *self.update(inner)]
        return lines

    def protected(self, depth: int, indent: str) -> list[str]:
        """A `try`, one at most: what an inner one catches an outer one has raised already."""
        if self.tried:
            return self.branch(depth, indent)
        self.tried = True
        inner = indent + "    "
        lines = [f"{indent}try:"]
        lines += [
            f"{inner}if self.fails:",
            f"{inner}    raise ValueError",
        ]
        lines += self.block(depth, inner)
        lines += [f"{indent}except ValueError:", *self.update(inner)]
        if self.random.random() < 0.3:
            lines += [f"{indent}else:", *self.update(inner)]
        if self.random.random() < 0.3:
            lines += [f"{indent}finally:", *self.update(inner)]
        return lines

    def matched(self, depth: int, indent: str) -> list[str]:
        inner = indent + "    "
        lines = [f"{indent}match {self.random.choice(['training', 'bool(training)'])}:"]
        for pattern in self.random.sample(["True", "False", "None", "True | None"], 2):
            lines += [f"{inner}case {pattern}:", *self.block(depth, inner + "    ")]
        if self.random.random() < 0.6:
            lines += [f"{inner}case _:", *self.update(inner + "    ")]
        return lines


def programs(seed: int, count: int, keras: int = 3) -> list[Program]:
    """`count` random layers, the same for the same seed."""
    generator = random.Random(seed)
    return [Program(f"Program{index}", generator, keras) for index in range(count)]

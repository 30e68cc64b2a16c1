"""Paths through `call()`: exits, loops, branches given as functions, methods, closures."""

from __future__ import annotations

import pytest

from layerlint.interpret.effects import RandomDraw, StateUpdate

BODIES = {
    "an early return ends the path": (
        """
        if not training:
            return x
        self.count.assign_add(x)
        """,
        "T",
    ),
    "a raise ends the path": (
        """
        if training is None:
            raise ValueError
        self.count.assign_add(x)
        """,
        "TI",
    ),
    "an assertion narrows": ("assert training\nself.count.assign_add(x)", "T"),
    "an exit behind an unrelated test ends nothing": (
        """
        if self.frozen:
            return x
        self.count.assign_add(x)
        """,
        "TIU",
    ),
    "an exit behind an opaque test leaves doubt": (
        """
        if mystery(training):
            return x
        self.count.assign_add(x)
        """,
        "tiu",
    ),
    "a loop is left by break": (
        """
        for _ in range(3):
            if not training:
                break
            self.count.assign_add(x)
        """,
        "T",
    ),
    "a loop goes on by continue": (
        """
        for _ in range(3):
            if training:
                continue
            self.count.assign_add(x)
        """,
        "IU",
    ),
    "a loop's body sees what it bound before": (
        """
        flag = False
        for _ in range(3):
            if flag:
                self.count.assign_add(x)
            flag = training
        """,
        "T",
    ),
    "while asks the flag": (
        """
        while training:
            self.count.assign_add(x)
            break
        """,
        "T",
    ),
    "try, with and else": (
        """
        try:
            with tf.name_scope("a"):
                if training:
                    self.count.assign_add(x)
        except ValueError:
            pass
        """,
        "T",
    ),
    "a handler runs after any part of the body": (
        """
        flag = True
        try:
            flag = training
            mystery()
        except ValueError:
            if flag:
                self.count.assign_add(x)
        """,
        "TIU",
    ),
    "match": (
        """
        match training:
            case True:
                self.count.assign_add(x)
            case _:
                pass
        """,
        "T",
    ),
    "elif": (
        """
        if training is None:
            pass
        elif training:
            self.count.assign_add(x)
        """,
        "T",
    ),
    "a short circuit": ("training and self.count.assign_add(x)", "T"),
    "a comprehension's condition": ("[self.count.assign_add(x) for _ in x if training]", "T"),
    "a conditional expression": ("self.count.assign_add(x) if training else None", "T"),
    "tf.cond over lambdas": (
        "tf.cond(training, lambda: self.count.assign_add(x), lambda: self.count)",
        "T",
    ),
    "tf.cond by keyword": (
        "tf.cond(pred=training, false_fn=lambda: self.count.assign_add(x), true_fn=lambda: x)",
        "IU",
    ),
    "keras.ops.cond over a local function": (
        """
        def update():
            self.count.assign_add(x)
        keras.ops.cond(training, update, lambda: None)
        """,
        "T",
    ),
    "smart_cond over a partial": (
        """
        sc.smart_cond(training, functools.partial(self.count_one, x), lambda: None)
        """,
        "T",
    ),
    "in_train_phase asks the mode itself": (
        "K.in_train_phase(lambda: self.count.assign_add(x), lambda: x)",
        "T",
    ),
    "in_train_phase with a flag": (
        "K.in_train_phase(lambda: x, lambda: self.count.assign_add(x), training=training)",
        "IU",
    ),
    "tf.case": (
        "tf.case([(training, lambda: self.count.assign_add(x))], default=lambda: x)",
        "T",
    ),
    "a function given to something unknown may run": (
        "tf.map_fn(lambda row: self.count.assign_add(row), x)",
        "TIU",
    ),
    "what picks the function asks the flag": (
        "(self.count_one if training else (lambda y: y))(x)",
        "T",
    ),
    "a method called with the flag": ("self.guarded(x, training)", "T"),
    "a method called with the flag by keyword": ("self.guarded(x, training=training)", "T"),
    "a method that is not given the flag": ("self.guarded(x)", ""),
    "a method called under the guard": (
        """
        if training:
            self.count_one(x)
        """,
        "T",
    ),
    "what a method returns": (
        """
        if self.resolve(training):
            self.count.assign_add(x)
        """,
        "T",
    ),
    "a property": (
        """
        self._mode = training
        if self.counting:
            self.count.assign_add(x)
        """,
        "T",
    ),
    "an attribute set in the call": (
        """
        self._mode = training
        if self._mode:
            self.count.assign_add(x)
        """,
        "T",
    ),
    "a local of the weight": ("w = self.count\nw.assign_add(x)", "TIU"),
    "an item of a container": ("self.many[0].assign(x)", "TIU"),
    "a loop over a container": (
        """
        for w in self.many:
            if training:
                w.assign(x)
        """,
        "T",
    ),
    "a sublayer's weight": ("self.cell.kernel.assign(x)", "TIU"),
    "K.update": ("K.update(self.count, x)", "TIU"),
    "a local that is no state": ("v = tf.zeros(1)\nv.assign(x)", ""),
    "K.in_test_phase": ("K.in_test_phase(lambda: self.count.assign_add(x), x)", "IU"),
    "tf.case over a dictionary": (
        "tf.case({training: lambda: self.count.assign_add(x)}, default=lambda: x)",
        "T",
    ),
    "tf.switch_case": (
        "tf.switch_case(int(bool(training)), [lambda: x, lambda: self.count.assign_add(x)])",
        "T",
    ),
    "tf.switch_case by number": (
        "tf.switch_case(int(bool(training)), {1: lambda: x, 0: lambda: self.count.assign_add(x)})",
        "IU",
    ),
    "tf.switch_case by something else": (
        "tf.switch_case(self.mode, [lambda: x, lambda: self.count.assign_add(x)])",
        "TIU",
    ),
    "keras.ops.switch": (
        "keras.ops.switch(int(bool(training)), [lambda y: y, self.count_one], x)",
        "T",
    ),
    "K.switch over functions": (
        "K.switch(training, lambda: self.count.assign_add(x), lambda: self.count)",
        "T",
    ),
    "a function from a dictionary": (
        "{True: self.count_one, False: tf.identity}[bool(training)](x)",
        "T",
    ),
    "a function from a dictionary, by a key that is not known": (
        "fns = {'a': self.count_one, 'b': tf.identity}\nfns[self.mode](x)",
        "TIU",
    ),
    "a function from a list": ("[tf.identity, self.count_one][int(bool(training))](x)", "T"),
    "functions in a loop": (
        "fns = {'a': self.count_one}\nfor _, f in fns.items():\n    f(x)",
        "TIU",
    ),
    "a method by its name": ("getattr(self, 'count_one')(x)", "TIU"),
    "map": ("list(map(lambda w: w.assign(x), self.many))", "TIU"),
    "one of several weights": (
        "w = self.many[0] if self.a else self.many[1]\nw.assign(x)",
        "TIU",
    ),
    "weights and their values in pairs": (
        "for w, v in ((self.count, x), (self.many[0], x)):\n    w.assign(v)",
        "TIU",
    ),
    "weights in a dictionary": (
        "stats = {'m': self.count}\nfor name, w in stats.items():\n    w.assign(x)",
        "TIU",
    ),
    "a slice of a weight": ("self.count[:, 0].assign(x)", "TIU"),
    "a list that is filled": (
        "found = []\nfound.append(x)\nif found:\n    self.count.assign(x)",
        "TIU",
    ),
    "a list that is filled in training": (
        "ws = []\nif training:\n    ws.append(self.count)\nfor w in ws:\n    w.assign(x)",
        "T",
    ),
    "a list that a function fills": (
        """
        found = []
        def fill(target):
            target.append(1)
        fill(found)
        if found:
            self.count.assign_add(x)
        """,
        "TIU",
    ),
    "an item that is replaced": (
        """
        new = {"count": self.count}
        if training:
            new["count"] = x
        self.count.assign(new["count"])
        """,
        "T",
    ),
    "arguments in a tuple": ("given = (x, training)\nself.guarded(*given)", "T"),
    "arguments in a dictionary": ("given = dict(training=training)\nself.guarded(x, **given)", "T"),
    "a local of the enclosing function": (
        """
        flag = False
        def switch_on():
            nonlocal flag
            flag = True
        switch_on()
        if flag:
            self.count.assign_add(x)
        """,
        "TIU",
    ),
    "a value that takes rounds to arrive": (
        """
        a = b = c = False
        for _ in range(5):
            if c:
                self.count.assign_add(x)
            a, b, c = True, a, b
        """,
        "TIU",
    ),
    "a handler sees what the body had in between": (
        """
        flag = False
        try:
            flag = True
            mystery()
            flag = False
        except ValueError:
            if flag:
                self.count.assign_add(x)
        """,
        "TIU",
    ),
    "a loop that has no rounds": (
        "for _ in range(3 if training else 0):\n    self.count.assign_add(x)",
        "T",
    ),
    "a loop that ends by itself": (
        "flag = True\nwhile flag:\n    flag = False\nself.count.assign_add(x)",
        "TIU",
    ),
    "the else of a loop that is always left": (
        """
        for _ in range(2):
            if training:
                break
        else:
            self.count.assign_add(x)
        """,
        "IU",
    ),
    "after a loop whose first round returns": (
        "for _ in range(2):\n    if not training:\n        return x\nself.count.assign_add(x)",
        "T",
    ),
    "a loop over nothing": ("for w in self.many if training else []:\n    w.assign(x)", "T"),
    "zeros are added": (
        "change = x if training else tf.zeros_like(x)\nself.count.assign_add(change)",
        "T",
    ),
    "all of several": ("if all([training, self.a]):\n    self.count.assign_add(x)", "T"),
    "unpacking with a star": (
        "flag, *rest = training, 1, 2\nif flag:\n    self.count.assign(x)",
        "T",
    ),
    "a string that names the mode": (
        """
        stage = "train" if training else "test"
        if stage == "train":
            self.count.assign_add(x)
        """,
        "T",
    ),
    "the gradient function is not on the way": (
        """
        @tf.custom_gradient
        def f(y):
            def grad(dy):
                self.count.assign_add(dy)
                return dy
            return y, grad
        x = f(x)
        """,
        "",
    ),
    "nor where the result is passed on": (
        """
        @tf.custom_gradient
        def f(y):
            def grad(dy):
                self.count.assign_add(dy)
                return dy
            return tf.nest.flatten(y), grad
        x = tf.nest.pack_sequence_as(x, f(x))
        """,
        "",
    ),
    "nor where the function is wrapped by a call": (
        """
        def f(y):
            def grad(dy):
                self.count.assign_add(dy)
                return dy
            return y, grad
        x = tf.identity_n([tf.custom_gradient(f)(x)])
        """,
        "",
    ),
    "nor where nothing known is returned": (
        """
        @tf.custom_gradient
        def f(y):
            def grad(dy):
                self.count.assign_add(dy)
                return dy
            return pairs[0]
        x = f(x)
        """,
        "",
    ),
    "what a function with its own gradient does itself is": (
        """
        @tf.custom_gradient
        def f(y):
            self.count.assign_add(y)
            return y, lambda dy: dy
        x = f(x)
        """,
        "TIU",
    ),
}
HELPERS = """
def count_one(self, x):
    self.count.assign_add(x)

def guarded(self, x, training=None):
    if training:
        self.count.assign_add(x)

def resolve(self, training):
    if training is None:
        training = False
    return training and self.trainable

@property
def counting(self):
    return self._mode

def call(self, x, training=None):
"""


@pytest.mark.parametrize("name", BODIES)
def test_control_flow(writes, name: str):
    from textwrap import dedent, indent

    body, expected = BODIES[name]
    source = HELPERS + indent(dedent(body).strip() + "\nreturn x\n", "    ")
    assert writes(source) == expected


def test_recursion_ends_in_silence(layer):
    probe = layer(
        """
        def again(self, x, n):
            return self.again(x, n - 1)

        def call(self, x):
            return self.again(x, 3)
        """
    )
    assert probe.forward.tainted
    assert probe.forward.of(StateUpdate) == []


def test_super_runs_the_next_class_of_the_project(layer):
    head = """\
import keras


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.count = self.add_weight(shape=())

    def call(self, x, training=None):
        if training:
            self.count.assign_add(x)
        return x


class Probe(Base):
"""
    probe = layer("def call(self, x, training=None):\n    return super().call(x, True)\n", head)
    (effect,) = probe.forward.of(StateUpdate)
    assert effect.in_training
    assert effect.in_inference


def test_functions_of_other_modules_are_followed(layer):
    probe = layer(
        """
        def call(self, x, training=None):
            from helpers import track
            track(self.count, x, training)
            return x
        """,
        helpers="""
        def track(weight, value, training):
            if training:
                weight.assign(value)
        """,
    )
    (effect,) = probe.forward.of(StateUpdate)
    assert effect.in_training
    assert not effect.in_inference
    assert [step.text for step in effect.trace] == ["track"]


def test_the_flag_in_kwargs_counts_as_the_flag(writes):
    assert writes(
        """
        def call(self, x, **kwargs):
            if kwargs.get("training", False):
                self.count.assign_add(x)
            return x
        """
    ) == ("T")


def test_a_parameter_of_another_name_is_never_the_flag(writes):
    assert writes(
        """
        def call(self, x, is_training=False):
            if is_training:
                self.count.assign_add(x)
            return x
        """
    ) == ("tiu")


def test_noise_counts_only_where_it_reaches_the_result(layer):
    probe = layer(
        """
        def call(self, x, training=None):
            noise = tf.random.normal(tf.shape(x))
            return x + tf.where(training, noise, 0.0)
        """
    )
    (draw,) = probe.forward.of(RandomDraw)
    assert draw.in_training
    assert not draw.in_inference


def test_dropout_with_rate_zero_is_none(layer):
    probe = layer(
        """
        def call(self, x, training=None):
            return tf.nn.dropout(x, rate=self.rate if training else 0.0)
        """
    )
    (draw,) = probe.forward.of(RandomDraw)
    assert not draw.in_inference


def test_a_property_with_a_setter_is_read_by_its_getter(writes):
    assert (
        writes(
            """
@property
def phase(self):
    return self._phase

@phase.setter
def phase(self, value):
    self._phase = "train" if value else "infer"

def call(self, x, training=None):
    self.phase = training
    if self.phase == "train":
        self.count.assign_add(x)
    return x
"""
        )
        == "T"
    )


def test_the_class_of_an_object_is_known_where_all_its_bases_are(writes):
    assert (
        writes(
            """
def call(self, x, training=None):
    class Learning:
        pass
    class Still:
        pass
    phase = Learning() if training else Still()
    if isinstance(phase, Learning):
        self.count.assign_add(x)
    return x
"""
        )
        == "T"
    )


def test_the_class_of_an_object_with_a_foreign_base_leaves_doubt(writes):
    assert (
        writes(
            """
def call(self, x, training=None):
    class Learning:
        pass
    class Other(mystery.Base):
        pass
    phase = Other() if training else Learning()
    if isinstance(phase, Learning):
        self.count.assign_add(x)
    return x
"""
        )
        == "tIU"
    )

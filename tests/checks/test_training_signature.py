"""LL106 to LL109: what `call()` may call its flag, and its default."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

HEAD = """\
import tensorflow as tf
from tensorflow import keras


"""


def codes(
    lint: Any, source: str, select: tuple[str, ...] = ("LL106", "LL107", "LL108", "LL109")
) -> list[str]:
    """The codes of what is reported in `source`."""
    return [code for code, _ in lint(HEAD + dedent(source), select=list(select))]


def test_a_default_of_true_is_reported(lint: Any) -> None:
    source = """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x, training=True):
                return self.drop(x, training=training)
        """
    assert codes(lint, source) == ["LL106"]


def test_a_default_of_true_that_decides_nothing_is_left_alone(lint: Any) -> None:
    source = """\
        class Head(keras.layers.Layer):
            def call(self, x, training=True):
                del training
                return x + 1
        """
    assert codes(lint, source) == []


def test_augmentation_may_be_on_by_default(lint: Any) -> None:
    source = """\
        class RandomMirror(keras.layers.Layer):
            def call(self, x, training=True):
                return tf.image.random_flip_left_right(x) if training else x
        """
    assert codes(lint, source) == []


def test_a_default_of_true_is_left_alone_where_every_caller_passes_the_flag(lint: Any) -> None:
    source = """\
        class Block(keras.layers.Layer):
            def __init__(self):
                super().__init__()
                self.norm = keras.layers.BatchNormalization()

            def call(self, x, training=True):
                return self.norm(x, training=training)


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.block = Block()

            def call(self, x, training=None):
                return self.block(x, training=training)
        """
    assert codes(lint, source) == []


def test_a_required_flag_is_reported(lint: Any) -> None:
    source = """\
        class Clip(keras.layers.Layer):
            def call(self, x, training):
                return x * 2 if training else x
        """
    assert codes(lint, source) == ["LL107"]


def test_a_required_flag_is_fine_in_a_recurrent_cell(lint: Any) -> None:
    source = """\
        class Cell(keras.layers.Layer):
            def __init__(self, units):
                super().__init__()
                self.state_size = units

            def call(self, x, states, training):
                return x, states
        """
    assert codes(lint, source) == []


def test_a_required_flag_is_fine_where_every_caller_passes_it(lint: Any) -> None:
    source = """\
        class Clip(keras.layers.Layer):
            def call(self, x, training):
                return x * 2 if training else x


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.clip = Clip()

            def call(self, x, training=None):
                return self.clip(x, training=training)
        """
    assert codes(lint, source) == []


def test_a_required_flag_is_reported_where_a_caller_forgets_it(lint: Any) -> None:
    source = """\
        class Clip(keras.layers.Layer):
            def call(self, x, training):
                return x * 2 if training else x


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.clip = Clip()

            def call(self, x, training=None):
                return self.clip(x)
        """
    assert codes(lint, source) == ["LL107"]


def test_a_flag_by_another_name_is_reported(lint: Any) -> None:
    for name in ("is_training", "train", "train_mode", "in_training", "phase_train"):
        source = f"""\
            class Thin(keras.layers.Layer):
                def call(self, x, {name}=False):
                    if {name}:
                        x = tf.nn.dropout(x, rate=0.5)
                    return x
            """
        assert codes(lint, source) == ["LL108"], name


def test_a_flag_by_another_name_is_reported_where_it_is_passed_on(lint: Any) -> None:
    source = """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x, is_training=True):
                return self.drop(x, training=is_training)
        """
    assert "LL108" in codes(lint, source)


def test_a_mode_is_a_flag_where_it_is_compared_with_training(lint: Any) -> None:
    source = """\
        class Thin(keras.layers.Layer):
            def call(self, x, mode="{}"):
                if mode == "{}":
                    x = tf.nn.dropout(x, rate=0.5)
                return x
        """
    assert codes(lint, source.format("eval", "train")) == ["LL108"]
    assert codes(lint, source.format("nearest", "bilinear")) == []


def test_a_name_that_guards_nothing_is_left_alone(lint: Any) -> None:
    source = """\
        class Join(keras.layers.Layer):
            def call(self, x, train):
                return tf.concat([x, train], -1)
        """
    assert codes(lint, source) == []


def test_a_flag_that_the_project_passes_by_its_name_is_left_alone(lint: Any) -> None:
    source = """\
        class Thin(keras.layers.Layer):
            def call(self, x, is_training=False):
                return tf.nn.dropout(x, rate=0.5) if is_training else x


        def step(layer, x):
            return layer(x, is_training=True)
        """
    assert codes(lint, source) == []


def test_a_flag_read_from_kwargs_is_reported_at_the_read(lint: Any) -> None:
    for read in (
        'kwargs.get("training")',
        'kwargs["training"]',
        'kwargs.pop("training", None)',
        '"training" in kwargs',
    ):
        source = f"""\
            class Thin(keras.layers.Layer):
                def call(self, x, **kwargs):
                    return x * 2 if {read} else x
            """
        assert codes(lint, source) == ["LL109"], read


def test_kwargs_without_the_flag_are_left_alone(lint: Any) -> None:
    source = """\
        class Scale(keras.layers.Layer):
            def call(self, x, training=None, **kwargs):
                return x * kwargs.get("factor", 2)
        """
    assert codes(lint, source) == []


def test_keras_2_puts_the_flag_into_kwargs(lint: Any) -> None:
    source = """\
        import tf_keras


        class Thin(tf_keras.layers.Layer):
            def call(self, x, **kwargs):
                return x * 2 if kwargs.get("training") else x
        """
    assert [code for code, _ in lint(dedent(source), select="LL109")] == []

# %% a decorator with arguments
import keras
from keras import ops


def scaled(factor):
    def decorate(method):
        def inner(self, inputs, **options):
            return method(self, inputs * factor, **options)

        return inner

    return decorate


class Perturb(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = keras.random.SeedGenerator()

    @scaled(0.5)  # LL123
    def call(self, inputs, training=None):
        if training:
            inputs = inputs + keras.random.normal(ops.shape(inputs), seed=self.seed)
        return inputs


# %% a wrapper that checks shapes, in a model
import tensorflow as tf
from tensorflow import keras


def expects_rank(method):
    """Raises when the inputs are not sequences."""

    def checked(self, inputs):
        if len(inputs.shape) != 3:
            raise ValueError(f"expected a sequence, got {inputs.shape}")
        return method(self, inputs)

    return checked


class Tagger(keras.Model):
    def __init__(self, tags):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)
        self.out = keras.layers.Dense(tags)

    @expects_rank  # LL123
    def call(self, inputs, training=None):
        return self.out(self.drop(inputs, training=training))


# %% a timer among other decorators
import time
from keras import layers


def timed(function):
    def wrapper(*args, **kwargs):
        started = time.perf_counter()
        result = function(*args, **kwargs)
        print(function.__name__, time.perf_counter() - started)
        return result

    return wrapper


class Pooling(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = layers.BatchNormalization()

    @timed  # LL123
    def call(self, x, training=False):
        return self.norm(x, training=training)


# %% the name is copied, the signature is not
import keras


def traced(method):
    def call(self, *inputs, **options):
        with keras.name_scope(self.name):
            return method(self, *inputs, **options)

    call.__name__ = method.__name__
    call.__doc__ = method.__doc__
    return call


class Node(keras.layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(rate)

    @traced  # LL123
    def call(self, nodes, training=None):
        return self.drop(nodes, training=training)

import functools

import tensorflow as tf
from tensorflow import keras


# %% a decorator of the project gives the class what it lacks
def keras_serializable(cls):
    initializer = cls.__init__

    @functools.wraps(initializer)
    def wrapped(self, *args, **kwargs):
        initializer(self, *args, **kwargs)
        self._config = args[0]

    def get_config(self):
        return {**super(cls, self).get_config(), "config": self._config.to_dict()}

    cls.__init__ = wrapped
    cls.get_config = get_config
    cls.is_serializable = True
    return keras.utils.register_keras_serializable()(cls)


@keras_serializable
class Encoder(keras.layers.Layer):
    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(config.size)

    def call(self, x):
        return self.dense(x)


# %% by name, from a table of methods
def saved(*names):
    def decorate(cls):
        def get_config(self):
            return {name: getattr(self, name) for name in names}

        setattr(cls, "get_config", get_config)
        return cls

    return decorate


@saved("cell")
class Runner(keras.layers.Layer):
    def __init__(self, cell, **kwargs):
        super().__init__(**kwargs)
        self.cell = cell

    def call(self, x):
        return self.cell(x)


# %% one of another package that says it does
from transformers.modeling_tf_utils import keras_serializable as serializable


@serializable
class Foreign(keras.layers.Layer):
    def __init__(self, cell, **kwargs):
        super().__init__(**kwargs)
        self.cell = cell

    def call(self, x):
        return self.cell(x)


def store(model):
    model.save("model.keras")

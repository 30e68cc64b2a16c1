# %% the base is run after a check
import keras


class Checked(keras.layers.Layer):
    def __setattr__(self, name, value):
        if name == "rate" and not 0 <= value < 1:
            raise ValueError("a rate lies between 0 and 1")
        return super().__setattr__(name, value)

    def call(self, x):
        return x


# %% the base by its name
import tensorflow as tf


class Counted(tf.keras.Model):
    def __setattr__(self, name, value):
        tf.keras.Model.__setattr__(self, name, value)
        object.__setattr__(self, "_count", len(self.layers))

    def call(self, x):
        return x


# %% an attribute of Python's own, past Keras on purpose
from tensorflow import keras


class Teacher(keras.Model):
    """Holds a teacher whose weights are not its own."""

    def __init__(self, teacher, student):
        super().__init__()
        object.__setattr__(self, "teacher", teacher)
        self.student = student

    def call(self, x):
        return self.student(x)


# %% a configuration object
class Options(dict):
    def __setattr__(self, name, value):
        self[name] = value

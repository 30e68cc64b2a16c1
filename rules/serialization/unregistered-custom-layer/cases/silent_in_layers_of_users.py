# %% registered
import keras


@keras.saving.register_keras_serializable(package="audio")
class Spectral(keras.layers.Layer):
    def call(self, wave):
        return keras.ops.abs(keras.ops.rfft(wave)[0])


def roundtrip():
    model = keras.Sequential([keras.Input((256,)), Spectral()])
    model.save("spectral.keras")
    return keras.saving.load_model("spectral.keras")


# %% custom objects, by a variable
import tensorflow as tf


class Double(tf.keras.layers.Layer):
    def call(self, x):
        return 2 * x


CUSTOM = {"Double": Double}


def roundtrip():
    model = tf.keras.Sequential([tf.keras.Input((2,)), Double()])
    model.save("double.h5")
    return tf.keras.models.load_model("double.h5", custom_objects=CUSTOM)


# %% a scope around loading
from tensorflow import keras


class Halve(keras.layers.Layer):
    def call(self, x):
        return x / 2


def roundtrip():
    model = keras.Sequential([keras.Input((2,)), Halve()])
    model.save("halve.keras")
    with keras.utils.custom_object_scope({"Halve": Halve}):
        return keras.models.load_model("halve.keras")


# %% only weights are kept
import keras


class Square(keras.layers.Layer):
    def call(self, x):
        return x * x


def make():
    return keras.Sequential([keras.Input((2,)), Square(), keras.layers.Dense(1)])


def roundtrip():
    model = make()
    model.save_weights("square.weights.h5")
    copy = make()
    copy.load_weights("square.weights.h5")
    return copy


# %% another model is loaded
import keras


class Cube(keras.layers.Layer):
    def call(self, x):
        return x**3


def features(path):
    return keras.models.load_model(path)


# %% put among the custom objects of Keras
import keras


class Quarter(keras.layers.Layer):
    def call(self, x):
        return x / 4


keras.saving.get_custom_objects()["Quarter"] = Quarter


def roundtrip():
    model = keras.Sequential([keras.Input((2,)), Quarter()])
    model.save("quarter.keras")
    return keras.models.load_model("quarter.keras")

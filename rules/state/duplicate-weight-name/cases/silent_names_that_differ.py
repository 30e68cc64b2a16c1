# %% numbered, by the loop
import tf_keras as keras


class Cross(keras.layers.Layer):
    def build(self, input_shape):
        self.kernels = [
            self.add_weight(shape=(3, 3), name=f"kernel_{i}") for i in range(3)
        ]
        self.biases, count = [], 0
        for _ in range(3):
            name = f"bias_{count}"
            count += 1
            self.biases.append(self.add_weight(shape=(3,), name=name))
            self.biases.append(self.add_weight(shape=(3,), name=f"more_{count}"))
        self.scales = {}
        for key in ("a", "b"):
            self.scales[key] = self.add_weight(shape=(3,), name="scale_" + key)
        super().build(input_shape)

    def call(self, x):
        return x * self.scales["a"] + self.biases[0] + self.kernels[0]


# %% a name for each by a helper
import tf_keras as keras


class Helped(keras.layers.Layer):
    def _vector(self, size, name):
        return self.add_weight(shape=(size,), name=name + "_vector")

    def build(self, input_shape):
        self.a = self._vector(input_shape[-1], "a")
        self.b = self._vector(input_shape[-1], "b")
        super().build(input_shape)

    def call(self, x):
        return x * self.a + self.b


# %% only one of them is made
import tf_keras as keras


class Either(keras.layers.Layer):
    def __init__(self, shared=False, **kwargs):
        super().__init__(**kwargs)
        self.shared = shared

    def _vector(self):
        return self.add_weight(shape=(3,), name="vector")

    def build(self, input_shape):
        if self.shared:
            self.a = self.add_weight(shape=(3,), name="kernel")
        else:
            self.b = self.add_weight(shape=(3,), name="kernel")
        if self.shared:
            self.d = self._vector()
        else:
            self.e = self._vector()
        self.c = []
        for i in range(3):
            if i == 0:
                self.c.append(self.add_weight(shape=(3,), name="first"))
        super().build(input_shape)

    def call(self, x):
        return x * (self.a if self.shared else self.b)


# %% one in the constructor, one in build
import tf_keras as keras


class Both(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.a = self.add_weight(shape=(3,), name="kernel")

    def build(self, input_shape):
        self.b = self.add_weight(shape=(3,), name="kernel")
        super().build(input_shape)

    def call(self, x):
        return x * self.a + self.b


# %% name scopes
import tensorflow as tf
import tf_keras as keras


class Scoped(keras.layers.Layer):
    def build(self, input_shape):
        with tf.name_scope("first"):
            self.a = self.add_weight(shape=(3,), name="kernel")
        with tf.name_scope("second"):
            self.b = self.add_weight(shape=(3,), name="kernel")
        super().build(input_shape)

    def call(self, x):
        return x * self.a + self.b


# %% two layers, each with its own
import tf_keras as keras


class First(keras.layers.Layer):
    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,), name="kernel")
        super().build(input_shape)


class Second(keras.layers.Layer):
    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,), name="kernel")
        super().build(input_shape)


# %% on Keras 3, in files that have no names
import keras


class Pair(keras.layers.Layer):
    def build(self, input_shape):
        self.a = self.add_weight(name="kernel", shape=(4,))
        self.b = self.add_weight(name="kernel", shape=(4,))

    def call(self, x):
        return x * self.a + self.b


def keep(model):
    model.save_weights("pair.weights.h5")
    model.save("pair.keras")

# %% lists that a comprehension fills
import tf_keras as keras


class Cross(keras.layers.Layer):
    def __init__(self, depth=2, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def build(self, input_shape):
        dim = int(input_shape[-1])
        self.kernels = [
            self.add_weight(shape=(dim, dim), name="kernel")  # LL235
            for _ in range(self.depth)
        ]
        self.biases = [
            self.add_weight(shape=(dim,), initializer="zeros", name=f"{self.name}_bias")  # LL235
            for _ in range(self.depth)
        ]
        super().build(input_shape)

    def call(self, x):
        for kernel, bias in zip(self.kernels, self.biases):
            x = x @ kernel + bias
        return x


def save(model):
    model.save_weights("cross.h5")


# %% lists that a loop fills
import tf_keras as keras


class Stack(keras.layers.Layer):
    def build(self, input_shape):
        self.scales = []
        for size in (1, 2, 3):
            scale = self.add_weight(name="scale", shape=(size,))  # LL235
            self.scales.append(scale)
        super().build(input_shape)

    def call(self, x):
        return x * self.scales[0]


def save(model):
    model.save("stack.h5")


# %% two attributes, the name in first place
import tf_keras as keras


class Pair(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.a = self.add_weight("kernel", shape=(4,))
        self.b = self.add_weight("kernel", shape=(4,), trainable=False)  # LL235

    def call(self, x):
        return x * self.a + self.b


# %% variables of TensorFlow
import tensorflow as tf
import tf_keras as keras


class Variables(keras.layers.Layer):
    def build(self, input_shape):
        self.a = tf.Variable(tf.ones((4,)), name="w")
        self.b = tf.Variable(tf.ones((4,)), name="w")  # LL235
        self.c = tf.Variable(tf.ones((4,)), name="c")
        super().build(input_shape)

    def call(self, x):
        return x * self.a + self.b * self.c


# %% a helper with one name for all
import tf_keras as keras


class Helped(keras.layers.Layer):
    def _vector(self, size):
        return self.add_weight(shape=(size,), name=self.name + "/vector")  # LL235

    def build(self, input_shape):
        self.a = self._vector(input_shape[-1])
        self.b = self._vector(input_shape[-1])
        super().build(input_shape)

    def call(self, x):
        return x * self.a + self.b


# %% on Keras 3, of models that are saved whole
import keras


class Pair(keras.layers.Layer):
    def build(self, input_shape):
        self.a = self.add_weight(name="kernel", shape=(4,))
        self.b = self.add_weight(name="kernel", shape=(4,))  # LL235

    def call(self, x):
        return x * self.a + self.b


def train(model, x, y):
    model.fit(x, y, callbacks=[keras.callbacks.ModelCheckpoint("best.h5")])


# %% the one whose attribute is called so keeps it
import tf_keras as keras


class Mixture(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="shift", shape=(4,))  # LL235
        self.shift = self.add_weight(name="shift", shape=(4,))
        super().build(input_shape)

    def call(self, x):
        return x * self.scale + self.shift


def save(model):
    model.save("mixture.h5")

# Run with TensorFlow 2.15: `save_weights` raises that the name already exists.
# %% in a loop
import tensorflow as tf
from tensorflow.keras import layers


class Branches(tf.keras.layers.Layer):
    def __init__(self, n=3, **kwargs):
        super(Branches, self).__init__(**kwargs)
        self.convs = [layers.Conv2D(16, 3, name="conv_%d" % i) for i in range(n)]

    def build(self, input_shape):
        for conv in self.convs:
            shape = list(input_shape)
            shape[-1] = 1
            conv.build(shape)  # LL235

    def call(self, inputs):
        parts = [conv(inputs[..., i : i + 1]) for i, conv in enumerate(self.convs)]
        return tf.concat(parts, axis=-1)


def save(model):
    model.save_weights("out/branches.h5")


# %% two that have names of their own
import tf_keras as keras
from tf_keras import layers


class Gated(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.value = layers.Dense(units, name="value")
        self.gate = layers.Dense(units, activation="sigmoid", name="gate")

    def build(self, input_shape):
        self.value.build(input_shape)
        self.gate.build(input_shape)  # LL235
        super().build(input_shape)

    def call(self, x):
        return self.value(x) * self.gate(x)


model = keras.Sequential([Gated(8), layers.Dense(1)])
checkpoint = keras.callbacks.ModelCheckpoint("best.hdf5", save_best_only=True)


# %% numbered
from tensorflow.keras import layers


class Norms(layers.Layer):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.norms = []
        for _ in range(depth):
            self.norms.append(layers.LayerNormalization())

    def build(self, input_shape):
        for i, norm in enumerate(self.norms):
            norm.build(input_shape)  # LL235

    def call(self, x):
        for norm in self.norms:
            x = norm(x)
        return x


def keep(model, path):
    model.save(f"{path}/norms.h5")

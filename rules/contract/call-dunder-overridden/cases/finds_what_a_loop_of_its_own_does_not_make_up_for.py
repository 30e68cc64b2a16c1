import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% the weights of `build` are not made, whoever calls
class Shift(layers.Layer):
    def build(self, input_shape):
        self.shift = self.add_weight(name="shift", shape=(1,))

    def __call__(self, x):  # LL407
        return x + self.shift


layer = Shift()
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(layer(tf.ones((2, 4))))


# %% a functional model does not see it
class Scale(layers.Layer):
    def __init__(self):
        super().__init__()
        self.scale = self.add_weight(name="scale", shape=(1,))

    def __call__(self, x):  # LL407
        return x * self.scale


inputs = keras.Input((4,))
model = keras.Model(inputs, Scale()(inputs))
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(model(tf.ones((2, 4))))

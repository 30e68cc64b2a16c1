# %% trainable for training
import keras
from keras import ops


class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.center = self.add_weight(
            name="center", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, x):
        if self.trainable:
            self.center.assign(0.9 * self.center + 0.1 * ops.mean(x, axis=0))  # LL115
        return x - self.center

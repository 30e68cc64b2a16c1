# %% half precision counter
import keras

keras.mixed_precision.set_global_policy("mixed_float16")


class Steps(keras.layers.Layer):
    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)  # LL216
        return x / (1.0 + self.steps)

import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
from keras import ops


class Denoiser(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2)
        self.noise = keras.metrics.Mean(name="noise")

    def call(self, x, training=None):
        return self.out(x)

    def test_step(self, state, data):
        tv, ntv, mv = state
        x, y = data
        predicted, ntv = self.stateless_call(tv, ntv, x, training=False)
        self.noise.update_state(ops.mean(ops.square(predicted - y)))  # LL803
        return {"noise": self.noise.result()}, (tv, ntv, mv)


# %% one of several, in call
class Gate(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = {"open": keras.metrics.Mean(name="open")}

    def call(self, x):
        self.seen["open"].update_state(x)  # LL803
        return 2 * x

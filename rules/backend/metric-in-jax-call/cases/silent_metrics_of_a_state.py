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
        mv = self.noise.stateless_update_state(mv, ops.mean(ops.square(predicted - y)))
        return {"noise": self.noise.stateless_result(mv)}, (tv, ntv, mv)


# %% within a scope
class Scoped(keras.Model):
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
        with keras.StatelessScope(state_mapping=zip(self.noise.variables, mv)) as scope:
            self.noise.update_state(ops.mean(predicted - y))
            noise = self.noise.result()
        mv = [scope.get_current_value(each) for each in self.noise.variables]
        return {"noise": noise}, (tv, ntv, mv)


# %% no metric of Keras, in a collection
class Own:
    def update_state(self, x):
        return x


class Gate(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = {"open": Own()}
        self.metric = keras.metrics.Mean(name="open")

    def call(self, x):
        self.seen["open"].update_state(x)
        return 2 * x

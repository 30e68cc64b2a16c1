# %% a python step counter drives the schedule
import tensorflow as tf


class Anneal(tf.keras.layers.Layer):
    def __init__(self, steps=1000, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.step = 0

    def call(self, x, training=None):
        if training:
            self.step += 1  # LL207
        return x * min(1.0, self.step / self.steps)

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}

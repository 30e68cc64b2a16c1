# %% a trained copy is given its weights, however the first began
import keras


class Memory(keras.layers.Layer):
    def __init__(self, slots, slots_initializer="uniform", init_ranges=None, **kwargs):
        super().__init__(**kwargs)
        self.slots = slots
        self.slots_initializer = keras.initializers.get(slots_initializer)

    def build(self, shape):
        self.kept = self.add_weight(shape=(self.slots,), initializer=self.slots_initializer)

    def call(self, x):
        return x + self.kept

    def get_config(self):
        return {**super().get_config(), "slots": self.slots}


# %% the name of a schedule
import tensorflow as tf


class Cyclical(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, rate, period, name="Cyclical"):
        self.rate = rate
        self.period = period
        self.name = name

    def __call__(self, step):
        with tf.name_scope(self.name):
            return self.rate * tf.cos(tf.cast(step, tf.float32) / self.period)

    def get_config(self):
        return {"rate": self.rate, "period": self.period}

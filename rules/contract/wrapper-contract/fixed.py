"""A leaky bucket that is filled step by step."""

from tensorflow import keras


class BucketCell(keras.layers.Layer):
    """What was in the bucket leaks by half."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def call(self, rain, states):
        water = 0.5 * states[0] + rain
        return water, [water]


def buckets(units):
    """Buckets in a row."""
    return keras.layers.RNN(BucketCell(units))

import tensorflow as tf
from tensorflow import keras


class Unrolled(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.cell = keras.layers.SimpleRNNCell(units)

    def call(self, inputs):
        steps = inputs.shape[1]
        state = tf.zeros((tf.shape(inputs)[0], self.units))
        outputs = tf.TensorArray(tf.float32, size=steps)
        for step in range(steps):
            state, _ = self.cell(inputs[:, step], [state])
            outputs = outputs.write(step, state)
        return outputs.stack()

    def get_config(self):
        return {**super().get_config(), "units": self.units}

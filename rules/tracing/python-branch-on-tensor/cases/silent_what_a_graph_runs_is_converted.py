import tensorflow as tf
from tensorflow import keras


class Grid(keras.layers.Layer):
    def build(self, input_shape):
        self.start = self.add_weight(name="start", shape=(1, input_shape[-1]))

    @tf.function
    def loop(self, steps):
        def before(index, states):
            if index < 1:
                return self.start
            return states.read(index - 1)

        states = tf.TensorArray(tf.float32, size=4, clear_after_read=False)
        for i in tf.range(4):
            states = states.write(i, steps[i] + before(i, states))
        return states.stack()

    def call(self, x):
        return self.loop(tf.transpose(x, (1, 0, 2)))

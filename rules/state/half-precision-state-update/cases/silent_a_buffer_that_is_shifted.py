import keras
import tensorflow as tf

keras.mixed_precision.set_global_policy("mixed_float16")


class Stream(keras.layers.Layer):
    def build(self, input_shape):
        shape = (1, 8, input_shape[-1])
        self.states = self.add_weight(shape=shape, trainable=False, initializer="zeros")

    def call(self, inputs, training=None):
        if training:
            memory = self.states[:, 1:]
            memory = tf.concat([memory, tf.cast(inputs, memory.dtype)], 1)
            self.states.assign(memory)
        return inputs

import tensorflow as tf
from tensorflow import keras


class ShowsAFew(keras.layers.Layer):
    def build(self, input_shape):
        self.left = self.add_weight(shape=(), name="left", trainable=False, dtype="int32")

    def call(self, inputs, training=False):
        def show():
            return self.left.assign_sub(1)

        def begin():
            return self.left.assign(10)

        tf.cond(tf.convert_to_tensor(training), begin, show)
        return inputs

import tensorflow as tf
import tf_keras as keras


class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            x = self.slots.read_value()
        return x

import tensorflow as tf


class Gooey(tf.keras.layers.Layer):
    """Nothing says where it runs, and on Keras 3 its call raises: that is all there is to say."""

    def build(self, input_shape):
        self.viscosity = tf.Variable(0.5, trainable=False, name="viscosity")

    def call(self, inputs, training=None):
        if training:
            mean = tf.reduce_mean(inputs)
            self.viscosity.assign(mean)
            tf.print(self.get_updates_for(inputs))
        return inputs - self.viscosity

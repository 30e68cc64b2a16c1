import tensorflow as tf
import tf_keras as keras



class Norm(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            name="scale", shape=input_shape[-1:], experimental_autocast=False
        )

    def call(self, x):
        square = tf.reduce_mean(tf.square(tf.cast(x, tf.float32)), -1, keepdims=True)
        return tf.cast(tf.cast(x, tf.float32) * tf.math.rsqrt(square) * self.scale, x.dtype)

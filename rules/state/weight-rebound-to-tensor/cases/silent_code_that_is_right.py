import tensorflow as tf
import tf_keras as keras



class Normed(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.direction = self.kernel
        self.kernel = tf.Variable(self.direction)
        self.length = self.kernel

    def call(self, x):
        self.kernel = tf.nn.l2_normalize(self.length, axis=0)
        return super().call(x)

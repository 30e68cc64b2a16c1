import keras
import tensorflow as tf
from keras import ops



class Projected(keras.layers.Layer):
    def build(self, input_shape):
        tf.random.set_seed(42)
        self.plane = tf.Variable(tf.random.normal((4, 8)), trainable=False)

    def call(self, x):
        return x @ self.plane

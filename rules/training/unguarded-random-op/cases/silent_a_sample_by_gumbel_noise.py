import tensorflow as tf
from tensorflow import keras


class Categorical(keras.layers.Layer):
    def call(self, logits, greedy=False):
        if greedy:
            return tf.argmax(logits, -1)
        u = tf.random.uniform(tf.shape(logits), dtype=logits.dtype)
        return tf.argmax(logits - tf.math.log(-tf.math.log(u)), axis=-1)

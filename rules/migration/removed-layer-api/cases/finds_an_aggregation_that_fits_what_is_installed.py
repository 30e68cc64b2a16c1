import tensorflow as tf
import keras


MEAN = tf.VariableAggregation.MEAN


class Center(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), aggregation=MEAN)  # LL703

import tensorflow as tf


class Pooled(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = tf.keras.layers.Dropout(0.1)

    @tf.function(
        input_signature=(tf.TensorSpec((None, 4), tf.float32), tf.TensorSpec((), tf.bool))
    )
    def call(self, nodes, training=False):
        return self.drop(nodes, training)

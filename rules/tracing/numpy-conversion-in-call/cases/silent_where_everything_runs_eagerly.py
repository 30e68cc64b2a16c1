import keras
import tensorflow as tf


class Foreign(keras.layers.Layer):
    """Runs a model of another library on arrays."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        tf.config.run_functions_eagerly(True)

    def call(self, inputs):
        scaled = tf.sqrt(inputs)
        return tf.convert_to_tensor(self.model.predict(scaled.numpy()))

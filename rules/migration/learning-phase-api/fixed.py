"""Makes the signal stronger while the model learns."""

from tensorflow import keras


class Amplify(keras.layers.Layer):
    """Doubles its input in training, and passes it on in inference."""

    def call(self, inputs, training=None):
        if training:
            return 2.0 * inputs
        return inputs

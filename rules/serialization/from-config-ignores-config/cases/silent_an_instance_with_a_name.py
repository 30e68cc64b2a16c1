import tensorflow as tf
from tensorflow.keras import layers, utils


@utils.register_keras_serializable("audio")
class PreEmphasis(layers.Layer):
    def __init__(self, coefficient=0.97, **kwargs):
        super().__init__(**kwargs)
        self.coefficient = coefficient

    def call(self, wave):
        return wave[:, 1:] - self.coefficient * wave[:, :-1]

    def get_config(self):
        conf = super().get_config()
        conf["coefficient"] = self.coefficient
        return conf

    @classmethod
    def from_config(cls, conf, custom_objects=None):
        layer = cls(**conf)
        return layer


def front_end(k=0.5):
    i = tf.keras.Input((4,))
    return tf.keras.Model(i, PreEmphasis(k)(i))

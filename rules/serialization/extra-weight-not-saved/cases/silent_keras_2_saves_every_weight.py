import tf_keras as keras
from tf_keras import layers
from tf_keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())

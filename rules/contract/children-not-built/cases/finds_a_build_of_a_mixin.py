import keras
from keras import layers


class GateMixin:
    """Adds a scalar that scales the output."""

    def build(self, input_shape):
        self.gate = self.add_weight(name="gate", shape=(), initializer="ones")
        self.built = True


@keras.saving.register_keras_serializable()
class GatedNet(GateMixin, keras.Model):  # LL406
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.body = layers.Dense(3, activation="tanh")

    def call(self, x):
        return self.gate * self.body(x)


def export(x, path):
    net = GatedNet()
    net.compile("sgd", "mse")
    net.predict(x, verbose=0)
    net.save(path)
    return net

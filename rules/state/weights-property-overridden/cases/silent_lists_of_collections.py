import tf_keras as keras
from tf_keras import layers


class Ranker(keras.Model):
    def __init__(self, dim=8):
        super().__init__()
        self.towers = {"user": layers.Dense(dim), "item": layers.Dense(dim)}
        self.bias_net = layers.Dense(1)

    @property
    def trainable_variables(self):
        return [v for net in (*self.towers.values(), self.bias_net) for v in net.trainable_variables]

    @property
    def trainable_weights(self):
        return [v for net in self.layers for v in net.trainable_weights]

    def call(self, inputs):
        user, item = inputs
        both = self.towers["user"](user) * self.towers["item"](item)
        return keras.backend.sum(both, axis=-1, keepdims=True) + self.bias_net(item)

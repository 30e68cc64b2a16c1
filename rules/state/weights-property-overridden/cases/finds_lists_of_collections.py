import tf_keras as keras
from tf_keras import layers


class Ranker(keras.Model):
    def __init__(self, dim=8):
        super().__init__()
        self.towers = {"user": layers.Dense(dim), "item": layers.Dense(dim)}
        self.bias_net = layers.Dense(1)

    @property
    def trainable_variables(self):  # LL227
        return [v for tower in self.towers.values() for v in tower.trainable_variables]

    def call(self, inputs):
        user, item = inputs
        both = self.towers["user"](user) * self.towers["item"](item)
        return keras.backend.sum(both, axis=-1, keepdims=True) + self.bias_net(item)


# %% the list of one of two
class Highway(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.plain = layers.Dense(units)
        self.gate = layers.Dense(units, activation="sigmoid")
        self.last = layers.Dense(units)

    @property
    def trainable_weights(self):  # LL227
        return self.plain.trainable_weights + self.last.trainable_weights

    def call(self, x):
        gate = self.gate(x)
        return self.last(gate * self.plain(x) + (1 - gate) * x)

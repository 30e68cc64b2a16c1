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


# %% all of them, and what the base has
class Highway(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.plain = layers.Dense(units)
        self.gate = layers.Dense(units, activation="sigmoid")

    @property
    def trainable_weights(self):
        return self.plain.trainable_weights + super().trainable_weights

    @property
    def weights(self):
        return self.plain.weights + self.gate.weights

    def call(self, x):
        gate = self.gate(x)
        return gate * self.plain(x) + (1 - gate) * x


# %% a model that trains one of its networks
class Student(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.learner = layers.Dense(units)
        self.shown = layers.Dense(units)

    @property
    def trainable_weights(self):
        return self.learner.trainable_weights

    def call(self, x):
        return self.learner(x) - self.shown(x)

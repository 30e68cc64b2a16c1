import tf_keras
from tf_keras import layers


# %% through the base
class Scaled(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(2)

    @property
    def trainable_weights(self):
        return super().trainable_weights

    def call(self, x):
        return self.dense(x)


# %% all of them
class Pair(tf_keras.Model):
    def __init__(self):
        super().__init__()
        self.a = layers.Dense(2)
        self.b = layers.Dense(2)

    @property
    def trainable_variables(self):
        return self.a.trainable_variables + self.b.trainable_variables

    def call(self, x):
        return self.a(x) + self.b(x)


# %% nothing shall be trained
class Frozen(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(2)

    @property
    def trainable_weights(self):
        return []

    def call(self, x):
        return self.dense(x)


# %% no weights are missing
class Plain(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = layers.MaxPooling1D()

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    @property
    def trainable_weights(self):
        return [self.w]

    def call(self, x):
        return self.pool(x) * self.w


# %% all of them, once it is built
class Adapter(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.down = layers.Dense(units)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=())

    @property
    def trainable_weights(self):
        if not self.built:
            return []
        return [self.scale] + self.down.trainable_weights

    def call(self, x):
        return self.scale * self.down(x)

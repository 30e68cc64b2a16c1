import tf_keras
from tf_keras import layers


# %% its own weight alone
class Scaled(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(2)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    @property
    def trainable_weights(self):  # LL227
        return [self.w]

    def call(self, x):
        return self.dense(x) * self.w


# %% one of two
class Pair(tf_keras.Model):
    def __init__(self):
        super().__init__()
        self.a = layers.Dense(2)
        self.b = layers.Dense(2)

    @property
    def trainable_variables(self):  # LL227
        return [self.a.kernel, self.a.bias]

    def call(self, x):
        return self.a(x) + self.b(x)


# %% weights
class Table(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = layers.Embedding(8, 2)
        self.norm = layers.LayerNormalization()

    @property
    def weights(self):  # LL227
        return [self.table.embeddings]

    def call(self, x):
        return self.norm(self.table(x))


# %% in the project's own package
class Gate(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Conv1D(2, 3)
        self.g = self.add_weight(name="g", shape=())

    @property
    def trainable_weights(self):  # LL227
        return [self.g]

    def call(self, x):
        return self.g * self.inner(x)


# %% nothing before it is built
class Adapter(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.down = layers.Dense(units)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=())
        super().build(input_shape)

    @property
    def trainable_weights(self):  # LL227
        if not self.built:
            return []
        return [self.scale]

    def call(self, x):
        return self.scale * self.down(x)


# %% in one expression
class Late(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.up = layers.Dense(units)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=())

    @property
    def trainable_weights(self):  # LL227
        return [self.scale] if self.built else []

    def call(self, x):
        return self.scale * self.up(x)

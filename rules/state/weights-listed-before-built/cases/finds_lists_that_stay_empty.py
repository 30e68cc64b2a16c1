from tensorflow import keras
from tensorflow.keras import layers


# %% of a sublayer
class Tied(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)
        self.slow = self.dense.trainable_weights  # LL226

    def call(self, x):
        return self.dense(x)


# %% a copy
class Copied(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(4)
        self.all = list(self.weights)  # LL226

    def call(self, x):
        return self.dense(x)


# %% a sum
class Pair(keras.Model):
    def __init__(self):
        super().__init__()
        self.left = layers.Dense(4)
        self.right = layers.Dense(4)
        self.both = self.left.trainable_variables + self.right.trainable_variables  # LL226

    def call(self, x):
        return self.left(x) + self.right(x)


# %% of several without an input
class Actor(keras.Model):
    def __init__(self):
        super().__init__()
        self.net = keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(2)])
        self.learned = self.net.trainable_variables  # LL226

    def call(self, x):
        return self.net(x)


# %% for an optimizer
class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(1)
        self.slow = keras.optimizers.SGD(0.01)
        self.slow.build(self.dense.trainable_variables)  # LL226

    def call(self, x):
        return self.dense(x)


# %% weights of build
class Scale(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.learned = self.trainable_weights  # LL226

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


# %% in a method that the constructor runs
class Filtered(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.convs = [keras.layers.Conv1D(4, width) for width in (2, 3)]
        self.pool = keras.layers.GlobalMaxPooling1D()
        self._collect()

    def _collect(self):
        self.decayed = [w for w in self.trainable_weights if "kernel" in w.name]  # LL226

    def call(self, x):
        return keras.ops.concatenate([self.pool(conv(x)) for conv in self.convs], axis=-1)

import keras
from keras import layers


# %% every layer of a port begins alike
class Conv(layers.Layer):
    def __init__(self, c1, c2, k=1):
        super().__init__()
        self.conv = layers.Conv2D(c2, k)
        self.adds = c1 == c2

    def call(self, x):
        return x + self.conv(x) if self.adds else self.conv(x)


class Bottleneck(layers.Layer):
    def __init__(self, c1, c2):
        super().__init__()
        self.conv = Conv(c1, c2)

    def call(self, x):
        return self.conv(x)


class Cross(layers.Layer):
    def __init__(self, c1, c2):
        super().__init__()
        self.conv = Conv(c1, c2, 3)

    def call(self, x):
        return self.conv(x)


class Plain(layers.Layer):
    def __init__(self, c1, c2):
        super().__init__()
        self.conv = layers.Conv2D(c2, 1)

    def call(self, x):
        return self.conv(x)


# %% what a table names is given the same
class Dense(layers.Layer):
    def __init__(self, units, weights=None):
        super().__init__()
        self.dense = layers.Dense(units)
        self.start = weights

    def build(self, shape):
        self.dense.build(shape)
        self.dense.set_weights(self.start)

    def call(self, x):
        return self.dense(x)


class Concat(layers.Layer):
    def __init__(self, axis=1, weights=None):
        super().__init__()
        self.axis = axis

    def call(self, xs):
        return keras.ops.concatenate(xs, axis=self.axis)


def parse(rows, weights):
    made = []
    for name, arguments in rows:
        kind = eval("TF" + name)
        made.append(kind(*arguments, weights=weights[name]))
    return made


# %% one of a table of classes
class LayerNorm(keras.layers.Layer):
    def __init__(self, size, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.LayerNormalization(epsilon=epsilon)
        self.size = size

    def call(self, x):
        return keras.ops.reshape(self.norm(x), (-1, self.size))


class NoNorm(keras.layers.Layer):
    def __init__(self, size, epsilon=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(self.size,))

    def call(self, x):
        return x * self.scale


NORMS = {"layer_norm": LayerNorm, "no_norm": NoNorm}


def norm(kind, size, epsilon):
    return NORMS[kind](size, epsilon=epsilon)

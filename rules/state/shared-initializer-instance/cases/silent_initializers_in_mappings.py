from tensorflow.keras import Input, Model, initializers, layers

# %% a string makes an instance for each


class Attention(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        common = dict(use_bias=False, kernel_initializer="random_normal")
        self.query = layers.Dense(dim, **common)
        self.key = layers.Dense(dim, **common)

    def call(self, x):
        return self.query(x) * self.key(x)


# %% a mapping for each layer, that a function makes


def common():
    return {"activation": "relu", "kernel_initializer": initializers.HeNormal()}


def build(dim):
    inputs = Input((dim,))
    left = layers.Dense(dim, **common())(inputs)
    right = layers.Dense(dim, **common())(inputs)
    return Model(inputs, layers.concatenate([left, right]))


# %% one that is passed by itself, and made for each


class Mixer(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(dim, kernel_initializer=initializers.HeNormal())
        self.second = layers.Dense(dim, kernel_initializer=initializers.HeNormal())
        self.rest = [layers.Dense(dim, kernel_initializer=initializers.HeNormal()) for _ in "ab"]

    def call(self, x):
        return self.first(x) * self.second(x) + self.rest[0](x) + self.rest[1](x)

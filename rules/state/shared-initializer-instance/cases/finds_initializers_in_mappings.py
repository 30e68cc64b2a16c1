from tensorflow.keras import Input, Model, initializers, layers

# %% options of several layers


class Attention(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        common = dict(use_bias=False, kernel_initializer=initializers.RandomNormal(stddev=0.02))
        self.query = layers.Dense(dim, **common)
        self.key = layers.Dense(dim, **common)  # LL209

    def call(self, x):
        return self.query(x) * self.key(x)


# %% of the layers of a model


def build(dim):
    common = {"activation": "relu", "kernel_initializer": initializers.HeNormal()}
    inputs = Input((dim,))
    left = layers.Dense(dim, **common)(inputs)
    right = layers.Dense(dim, **common)(inputs)  # LL209
    return Model(inputs, layers.concatenate([left, right]))

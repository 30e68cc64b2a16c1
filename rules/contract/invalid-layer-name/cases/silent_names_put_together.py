import os

from keras import layers


# %% one part, parts without a slash, and paths
def unit(x, scope, index):
    path = "/".join([scope, str(index)])
    x = layers.Dense(4, name="/".join([scope]))(x)
    return layers.Dense(4, name="_".join([scope, os.path.basename(path)]))(x)


# %% defaults of something else, and arguments that the base never gets
class Scoped(layers.Layer):
    def __init__(self, units, **kwargs):
        kwargs.setdefault("name", "tower/first")
        kwargs.setdefault("scope", "a/b")
        super().__init__(name=kwargs["name"].replace("/", "_"))
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


# %% what is unpacked elsewhere
def stem(x, log, scope="stem"):
    settings = {"filters": 8, "kernel_size": 3, "name": scope + "_conv1"}
    log(**{"name": "stem/conv"})
    return layers.Conv2D(**settings)(x)

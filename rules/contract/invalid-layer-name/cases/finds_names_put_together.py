import keras
from keras import layers


# %% parts that are joined
def unit(x, scope, index):
    return layers.Dense(4, name="/".join([scope, str(index)]))(x)  # LL425


# %% a name that a constructor gives where its caller gives none
class Scoped(layers.Layer):
    def __init__(self, units, index, **kwargs):
        kwargs.setdefault("name", "tower/%d" % index)  # LL425
        super().__init__(**kwargs)
        self.dense = layers.Dense(units, name="dense")

    def call(self, x):
        return self.dense(x)


# %% a name among arguments that are unpacked
def stem(x, scope="stem"):
    settings = {"filters": 8, "kernel_size": 3, "name": scope + "/conv1"}  # LL425
    return layers.Conv2D(**settings)(x)

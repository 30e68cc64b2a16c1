import keras
from keras import layers


# %% a prefix
def block(x, prefix):
    x = layers.Conv2D(4, 3, name=prefix + "/conv")(x)  # LL425
    return layers.BatchNormalization(name=f"{prefix}/bn")(x)  # LL425


# %% a model
def net(x, y):
    return keras.Model(x, y, name="net/v2")  # LL425


# %% a weight
class Scale(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="scale/w", shape=(3,))  # LL425

    def call(self, x):
        return x * self.w


# %% for the base
class Block(layers.Layer):
    def __init__(self, number):
        super().__init__(name=f"block/{number}")  # LL425

    def call(self, x):
        return x


# %% a layer of the project
class Shift(layers.Layer):
    def call(self, x):
        return x


shift = Shift(name="a/b")  # LL425


# %% text that is filled in, or that names hold
SEP = "/"


def unit(x, filters, scope):
    fitted = scope + "/" + "fit"
    x = keras.layers.Conv2D(filters, 3, name=scope + SEP + "conv")(x)  # LL425
    x = keras.layers.BatchNormalization(name="{}/norm".format(scope))(x)  # LL425
    x = keras.layers.Dense(filters, name=fitted)(x)  # LL425
    return keras.layers.ReLU(name="%s/relu" % scope)(x)  # LL425

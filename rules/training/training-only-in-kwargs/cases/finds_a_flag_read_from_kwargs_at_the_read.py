import tensorflow as tf
from tensorflow import keras


# %% a flag read from kwargs is reported at the read
class Thin(keras.layers.Layer):
    def call(self, x, **kwargs):
        return x * 2 if kwargs.get("training") else x  # LL109


# %% a flag read from kwargs is reported at the read
class Thin(keras.layers.Layer):
    def call(self, x, **kwargs):
        return x * 2 if kwargs["training"] else x  # LL109


# %% a flag read from kwargs is reported at the read
class Thin(keras.layers.Layer):
    def call(self, x, **kwargs):
        return x * 2 if kwargs.pop("training", None) else x  # LL109


# %% a flag read from kwargs is reported at the read
class Thin(keras.layers.Layer):
    def call(self, x, **kwargs):
        return x * 2 if "training" in kwargs else x  # LL109

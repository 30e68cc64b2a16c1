import keras
import tensorflow as tf
from keras import ops


# %% a flag that is only thrown away
class Plain(keras.layers.Dense):
    def call(self, *args, **kwargs):
        kwargs.pop("training", None)
        return super().call(*args, **kwargs)


# %% a flag that is kept in a name that nobody reads
class Plain(keras.layers.Dense):
    def call(self, x, **kwargs):
        training = kwargs.pop("training", None)
        return super().call(x)

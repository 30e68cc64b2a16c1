import keras
from keras import ops


# %% a regularized layer
class Dune(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2, kernel_regularizer="l2")

    def call(self, x):
        return self.out(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):  # LL122
        return ops.mean(ops.square(y - y_pred))


# %% add_loss in a layer of its own
class Sparse(keras.layers.Layer):
    def call(self, x):
        self.add_loss(ops.mean(ops.abs(x)))
        return x


class Field(keras.Model):
    def __init__(self):
        super().__init__()
        self.sparse = Sparse()

    def call(self, x):
        return self.sparse(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):  # LL122
        return ops.mean(ops.abs(y - y_pred))


# %% in a functional model of the class
class Focal(keras.Model):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):  # LL122
        return keras.ops.mean((y - y_pred) ** 2)


def focal(width):
    inputs = keras.Input((width,))
    hidden = keras.layers.Dense(8, kernel_regularizer="l2")(inputs)
    return Focal(inputs, keras.layers.Dense(1)(hidden))

import keras
from keras import ops


# %% it adds them
class Dune(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2, kernel_regularizer="l2")

    def call(self, x):
        return self.out(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        return ops.mean(ops.square(y - y_pred)) + sum(self.losses)


# %% the base adds them
class Wave(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2, kernel_regularizer="l2")

    def call(self, x):
        return self.out(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        loss = super().compute_loss(x=x, y=y, y_pred=y_pred, sample_weight=sample_weight)
        return 2.0 * loss


# %% there are none
class Plain(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2)

    def call(self, x):
        return self.out(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        return ops.mean(ops.square(y - y_pred))


# %% a helper by another signature
class Helper(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(2, kernel_regularizer="l2")

    def call(self, x):
        return self.out(x)

    def compute_loss(self, inputs, training):
        return ops.mean(self(inputs, training=training))


# %% a part with a constructor of its own, beside layers of another
class Codec(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        return keras.ops.mean((y - y_pred) ** 2)


class Whole(keras.Model):
    def __init__(self):
        super().__init__()
        self.codec = Codec(4)
        self.hidden = keras.layers.Dense(3, kernel_regularizer="l2")

    def call(self, x):
        return self.hidden(self.codec.code(x))

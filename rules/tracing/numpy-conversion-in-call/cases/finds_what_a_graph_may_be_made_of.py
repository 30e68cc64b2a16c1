import keras
from keras import ops


# %% a call of its own in another layer
class Direct(keras.layers.Layer):
    def __call__(self, *args, **kwargs):
        return self.call(*args, **kwargs)

    def call(self, x):
        return x * float(ops.sum(x))  # LL302


class Outer(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = Direct()

    def call(self, x):
        return self.inner(x)


# %% a call of its own that runs Keras's
class Logged(keras.layers.Layer):
    def __call__(self, *args, **kwargs):
        return super().__call__(*args, **kwargs)

    def call(self, x):
        return x * float(ops.sum(x))  # LL302


# %% made in a model
class Suppression(keras.layers.Layer):
    def call(self, scores):
        order = ops.argsort(-scores)
        return [int(order[rank]) for rank in range(4)]  # LL302


def model():
    scores = keras.Input((4,))
    return keras.Model(scores, Suppression()(scores))


# %% something else of what it is called with
class Scaled(keras.layers.Layer):
    def call(self, x):
        first = x[0]
        return ops.zeros((4,)) + float(first)  # LL302

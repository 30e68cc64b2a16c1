# Run: every branch raises to the last power.
from tensorflow import keras
from tensorflow.keras import layers


# %% in a dictionary
class Powers(layers.Layer):
    def __init__(self, powers=(1, 2, 3), **kwargs):
        super().__init__(**kwargs)
        self.branches = {}
        for power in powers:

            def branch(x):  # LL313
                return x**power

            self.branches[str(power)] = branch

    def call(self, x):
        return keras.layers.concatenate([f(x) for f in self.branches.values()])


# %% in a list
class Scales(layers.Layer):
    def __init__(self, scales, **kwargs):
        super().__init__(**kwargs)
        self.steps = [lambda x: scale * x for scale in scales]  # LL313
        self.more = []
        for scale in scales:
            self.more.append(lambda x: x + scale)  # LL313

    def call(self, x):
        return sum(f(x) for f in [*self.steps, *self.more])


# %% a function for a layer
def columns(x, n):
    found = []
    for i in range(n):

        def column(t):  # LL313
            return t[:, i : i + 1]

        found.append(layers.Lambda(column)(x))
    return found

import keras


# %% in the docstring
class Energy(keras.layers.Layer):
    """Energy of a displacement.

    Args:
        order: which derivative.
        kwargs: additional arguments of the registry.
    """

    def __init__(self, order, **kwargs):
        super().__init__()
        self.order = order

    def call(self, x):
        return x**self.order


# %% in a comment
class Retrieval(keras.layers.Layer):
    def __init__(self, units, **kwargs):  # kwargs: the keys of old files
        super().__init__()
        self.units = units

    def call(self, x):
        return x * self.units


# %% below a heading
class Consistency(keras.layers.Layer):
    """Steps of a solver.

    Kwargs:
        steps: how many are made.
    """

    def __init__(self, weight, **kwargs):
        super().__init__()
        self.weight = weight
        self.steps = kwargs.get("steps", 4)

    def call(self, x):
        return x * self.weight**self.steps

# %% all are used
import keras


class Orthogonal(keras.regularizers.Regularizer):
    def __init__(self, factor=0.01, mode="rows"):
        self.factor = factor
        self.axis = 0 if mode == "rows" else 1

    def __call__(self, x):
        return self.factor * keras.ops.sum(keras.ops.square(x))

# %% said to be for the signature
import keras


class Hits(keras.metrics.Metric):
    """Counts hits.

    Args:
        top_k: unused, kept for compatibility.
    """

    def __init__(self, name="hits", top_k=1, **kwargs):
        super().__init__(name=name, **kwargs)

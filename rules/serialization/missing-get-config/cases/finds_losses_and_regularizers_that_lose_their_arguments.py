import keras
from keras import ops


# %% a regularizer
class Pull(keras.regularizers.Regularizer):
    def __init__(self, strength=0.1):  # LL501
        self.strength = strength

    def __call__(self, weight):
        return self.strength * ops.sum(ops.abs(weight))


# %% a registered loss
@keras.saving.register_keras_serializable()
class Tilted(keras.losses.Loss):
    def __init__(self, quantile=0.5, **kwargs):  # LL501
        super().__init__(**kwargs)
        self.quantile = quantile

    def call(self, y_true, y_pred):
        return self.quantile * ops.mean(y_true - y_pred, axis=-1)


# %% a metric of a model that is loaded
class Above(keras.metrics.Metric):
    def __init__(self, threshold, name="above", **kwargs):  # LL501
        super().__init__(name=name, **kwargs)
        self.threshold = float(threshold)

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.seen = ops.mean(y_pred > self.threshold)

    def result(self):
        return self.seen


def again(path):
    return keras.models.load_model(path, custom_objects={"Above": Above})


# %% an initializer that needs its argument
class Fixed(keras.initializers.Initializer):
    def __init__(self, value):  # LL501
        self.value = value

    def __call__(self, shape, dtype=None):
        return ops.full(shape, self.value, dtype=dtype)

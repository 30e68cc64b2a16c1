import keras
from keras import ops


# %% a get_config
class Pull(keras.regularizers.Regularizer):
    def __init__(self, strength=0.1):
        self.strength = strength

    def __call__(self, weight):
        return self.strength * ops.sum(ops.abs(weight))

    def get_config(self):
        return {"strength": self.strength}


# %% no arguments
class Square(keras.regularizers.Regularizer):
    def __init__(self):
        self.power = 2

    def __call__(self, weight):
        return ops.sum(weight**self.power)


# %% a loss that nobody loads
class Tilted(keras.losses.Loss):
    def __init__(self, quantile=0.5, **kwargs):
        super().__init__(**kwargs)
        self.quantile = quantile

    def call(self, y_true, y_pred):
        return self.quantile * ops.mean(y_true - y_pred, axis=-1)


# %% a config that is inherited
class Base(keras.losses.Loss):
    def __init__(self, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


@keras.saving.register_keras_serializable()
class Scaled(Base):
    def __init__(self, scale=2.0, **kwargs):
        super().__init__(scale=scale, **kwargs)
        self.half = scale / 2


# %% weights are set when loading
class Ramp(keras.initializers.Initializer):
    def __init__(self, step=1.0):
        self.step = step

    def __call__(self, shape, dtype=None):
        return ops.full(shape, self.step, dtype=dtype)

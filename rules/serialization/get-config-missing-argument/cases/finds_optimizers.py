import tf_keras
from tensorflow import keras


# %% nothing but what the base saves
class Bop(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=0.01, threshold=1e-8, **kwargs):
        super().__init__(learning_rate=learning_rate, **kwargs)
        self.threshold = threshold

    def get_config(self):  # LL502
        return super().get_config()


# %% one of several
class Clipped(tf_keras.optimizers.Optimizer):
    def __init__(self, learning_rate=0.1, low=0.0, high=1.0, name="Clipped", **kwargs):
        super().__init__(name, **kwargs)
        self._learning_rate = self._build_learning_rate(learning_rate)
        self.low = low
        self.high = high

    def get_config(self):  # LL502
        config = super().get_config()
        config.update(
            {
                "learning_rate": self._serialize_hyperparameter(self._learning_rate),
                "low": self.low,
            }
        )
        return config


# %% on top of one of Keras
class Decayed(keras.optimizers.Adam):
    def __init__(self, decay_rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.decay_rate = decay_rate

    def get_config(self):  # LL502
        return super().get_config()

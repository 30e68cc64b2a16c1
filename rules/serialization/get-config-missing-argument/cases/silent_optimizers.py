import tf_keras
from tensorflow import keras


# %% all that the base does not save
class Bop(keras.optimizers.Optimizer):
    def __init__(
        self, learning_rate=0.01, weight_decay=None, threshold=1e-8, name="bop", **kwargs
    ):
        super().__init__(
            learning_rate=learning_rate, weight_decay=weight_decay, name=name, **kwargs
        )
        self.threshold = threshold

    def get_config(self):
        config = super().get_config()
        config["threshold"] = self.threshold
        return config


# %% hyperparameters of older ones
class Older(tf_keras.optimizers.legacy.Optimizer):
    def __init__(self, learning_rate=0.1, beta=0.9, name="Older", **kwargs):
        super().__init__(name, **kwargs)
        self._set_hyper("learning_rate", learning_rate)
        self._set_hyper("beta", beta)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "learning_rate": self._serialize_hyperparameter("learning_rate"),
                "beta": self._serialize_hyperparameter("beta"),
            }
        )
        return config


# %% one around another
class Accumulated(keras.optimizers.Optimizer):
    def __init__(self, inner, every=2, **kwargs):
        super().__init__(learning_rate=inner.learning_rate, **kwargs)
        self.inner = inner
        self.every = every

    def get_config(self):
        return {
            **super().get_config(),
            "inner": keras.optimizers.serialize(self.inner),
            "every": self.every,
        }

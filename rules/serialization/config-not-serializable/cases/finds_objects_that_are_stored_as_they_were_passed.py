# Run: saving raises `TypeError`, or loading gives a dictionary or a list that has no such attribute.
# %% a class of settings
import keras


class Settings:
    def __init__(self, width=8, rate=0.1):
        self.width = width
        self.rate = rate


class Encoder(keras.layers.Layer):
    def __init__(self, settings, **kwargs):
        super().__init__(**kwargs)
        self.settings = settings
        self.dense = keras.layers.Dense(settings.width)
        self.dropout = keras.layers.Dropout(settings.rate)

    def call(self, x, training=None):
        return self.dropout(self.dense(x), training=training)

    def get_config(self):
        config = super().get_config()
        config.update({"settings": self.settings})  # LL505
        return config


# %% a dataclass, read where the layer is called
import dataclasses
import keras
from keras import ops


@dataclasses.dataclass
class Range:
    low: float = 0.0
    high: float = 1.0


class Clip(keras.layers.Layer):
    def __init__(self, limits: Range, **kwargs):
        super().__init__(**kwargs)
        self._limits = limits

    def call(self, x):
        return ops.clip(x, self._limits.low, self._limits.high)

    def get_config(self):
        return {**super().get_config(), "limits": self._limits}  # LL505


# %% nobody knows of which class
import keras


class Head(keras.Model):
    def __init__(self, cfg, **kwargs):
        super().__init__(**kwargs)
        self.cfg = cfg
        self.out = keras.layers.Dense(cfg.num_labels)

    def call(self, x):
        return self.out(x)

    def get_config(self):
        config = super().get_config()
        config["cfg"] = self.cfg  # LL505
        return config


# %% of a loss
import keras
from keras import ops


class Weighted(keras.losses.Loss):
    def __init__(self, options, name="weighted"):
        super().__init__(name=name)
        self.options = options

    def call(self, y_true, y_pred):
        return self.options.scale * ops.mean(ops.square(y_true - y_pred), axis=-1)

    def get_config(self):
        return {**super().get_config(), "options": self.options}  # LL505

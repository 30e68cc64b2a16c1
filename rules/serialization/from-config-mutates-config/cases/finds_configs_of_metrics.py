# %% the caller uses it again
import keras


class Seen(keras.metrics.Metric):
    def __init__(self, bulb=1, **kwargs):
        super().__init__(**kwargs)
        self.bulb = bulb

    @classmethod
    def from_config(cls, config):
        bulb = config.pop("bulb")  # LL514
        return cls(bulb, **config)


def two(config):
    return Seen.from_config(config), Seen.from_config(config)

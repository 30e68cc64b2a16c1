# %% nobody else has it
import keras


class Seen(keras.metrics.Metric):
    def __init__(self, bulb=1, **kwargs):
        super().__init__(**kwargs)
        self.bulb = bulb

    @classmethod
    def from_config(cls, config):
        return cls(config.pop("bulb"), **config)


def copy(config):
    return Seen.from_config(dict(config))

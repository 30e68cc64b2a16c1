from keras import layers


# %% not taken
class Mask(layers.Layer):
    def __init__(self, frequency, time, **kwargs):
        super().__init__(**kwargs)
        self.frequency, self.time = frequency, time

    def get_config(self):
        return {
            **super().get_config(),
            "F": self.frequency,  # LL504
            "T": self.time,
        }


# %% never set
class Mask(layers.Layer):
    def __init__(self, frequency=1, time=2, **kwargs):
        super().__init__(**kwargs)
        self.widths = frequency, time

    def get_config(self):
        return {
            **super().get_config(),
            "frequency": self.frequency,  # LL504
            "time": self.time,
        }

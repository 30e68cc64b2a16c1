from keras import layers


class Sampled(layers.Layer):
    def __init__(self, view=1.0, **kwargs):
        super().__init__(**kwargs)
        self._view = view

    def get_config(self):
        return {**super().get_config(), "views": self._view}  # LL504


class Moved(Sampled):
    def __init__(self, shift=0.0, **kwargs):
        super().__init__(**kwargs)
        self.shift = shift

    def get_config(self):
        return {**super().get_config(), "shift": self.shift}

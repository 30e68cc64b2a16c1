import keras

WIDTH = 8


# %% what is bound somewhere
class Bound(keras.layers.Layer):
    def __init__(self, width=WIDTH, sizes=(), mode=None, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.sizes = sizes
        self.mode = mode

    def get_config(self):
        import json

        width = self.width
        return {
            **super().get_config(),
            "width": max(width, WIDTH),
            "sizes": [int(size) for size in self.sizes],
            "mode": json.dumps(self.mode),
        }


# %% what is only read where it may be there
class Guarded(keras.layers.Layer):
    def __init__(self, mode=None, **kwargs):
        super().__init__(**kwargs)
        self.mode = mode

    def get_config(self):
        config = super().get_config()
        try:
            config["mode"] = MODE
        except NameError:
            config["mode"] = self.mode
        return config

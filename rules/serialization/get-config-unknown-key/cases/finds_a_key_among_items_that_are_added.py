from tensorflow import keras


class Heads(keras.layers.Layer):
    def __init__(self, width=8, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.heads = heads
        self.size = width // heads

    def get_config(self):
        config = {
            "width": self.width,
            "heads": self.heads,
            "size": self.size,  # LL504
        }
        base_config = super().get_config()
        return dict(list(base_config.items()) + list(config.items()))

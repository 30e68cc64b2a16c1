# %% two are allowed
from keras import layers


class Pool(layers.Layer):
    def __init__(self, size, mode="same", **kwargs):
        super().__init__(**kwargs)
        if mode not in ("same", "valid"):
            raise ValueError(mode)
        self.size = size
        self.mode = mode

    def call(self, x):
        return x * self.size if self.mode == "same" else x

    def get_config(self):  # LL502
        return {**super().get_config(), "size": self.size}


# %% the default is what raises
from keras import layers


class Pool(layers.Layer):
    def __init__(self, size, mode=None, **kwargs):
        super().__init__(**kwargs)
        if mode is None:
            raise ValueError(mode)
        self.size = size
        self.mode = mode

    def call(self, x):
        return x * self.size if self.mode == "same" else x

    def get_config(self):  # LL502
        return {**super().get_config(), "size": self.size}


# %% it raises under a condition
from keras import layers


class Pool(layers.Layer):
    def __init__(self, size, causal=False, **kwargs):
        super().__init__(**kwargs)
        if causal and size > 3:
            raise ValueError(size)
        self.size = size
        self.causal = causal

    def call(self, x):
        return x * self.size if self.causal else x

    def get_config(self):  # LL502
        return {**super().get_config(), "size": self.size}

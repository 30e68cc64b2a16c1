# %% all others raise, and it is used
from keras import layers


class Pool(layers.Layer):
    def __init__(self, size, data_format="channels_last", causal=False, mode="same", **kwargs):
        super().__init__(**kwargs)
        if size < 1:
            raise ValueError(size)
        if data_format != "channels_last" or causal:
            raise NotImplementedError("channels_first, causal")
        assert mode in ("same",), mode
        self.size = size
        self.data_format = data_format
        self.mode = mode
        self.causal = causal

    def call(self, x):
        return x * self.size if self.data_format == "channels_last" or self.mode == "same" else x

    def get_config(self):
        return {**super().get_config(), "size": self.size}


# %% by the attribute
from keras import layers


class Pool(layers.Layer):
    def __init__(self, size, mask=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.mask = mask
        if self.mask is not None:
            message = "no masks yet"
            raise ValueError(message)

    def call(self, x):
        return x * self.size if self.mask is None else x

    def get_config(self):
        return {**super().get_config(), "size": self.size}

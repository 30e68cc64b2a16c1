import inspect

from tensorflow import keras


# %% an argument that no layer of Keras takes
def gather(without):
    found = dict(inspect.currentframe().f_back.f_locals)
    found.update(found.pop("kwargs"))
    return {name: value for name, value in found.items() if name not in without}


class Quantized(keras.layers.Layer):
    def __init__(self, bits=8, **kwargs):
        super().__init__(**kwargs)
        self.bits = bits

    def get_config(self):
        return {**super().get_config(), "bits": self.bits}


class QuantizedDense(Quantized, keras.layers.Dense):
    def __init__(self, units, use_bias=True, table=4, **kwargs):
        kwargs = gather(("self", "__class__", "table"))
        super().__init__(**kwargs)
        self.table = table

    def get_config(self):  # LL502
        return super().get_config()


# %% a base that saves nothing of Keras's
class Sealed(keras.layers.Layer):
    def __init__(self, bits=8, **kwargs):
        super().__init__(**kwargs)
        self.bits = bits

    def get_config(self):
        return {"bits": self.bits}


class SealedDense(Sealed, keras.layers.Dense):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(units=units, use_bias=use_bias, **kwargs)
        self.offset = 1.0 if use_bias else 0.0

    def get_config(self):  # LL502
        return super().get_config()

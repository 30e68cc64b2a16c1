import keras
from helpers import unknown


# %% by names
NAMES = ("units", "rate")


def keep(model, given):
    for name in NAMES:
        setattr(model, name, given[name])


def spelled(model, units, rate):
    model.units = units
    model.rate = rate


def looks(model):
    print(model)
    return model.name


class A(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super().__init__(**kwargs)
        keep(self, locals())

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


class B(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super().__init__(**kwargs)
        spelled(rate=rate, model=self, units=units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


class C(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super().__init__(**kwargs)
        self.__dict__.update(units=units, rate=rate)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


class D(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super().__init__(**kwargs)
        vars(self).update(units=units, rate=rate)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


class E(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super().__init__(**kwargs)
        unknown(self, units, rate)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


class F(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super().__init__(**kwargs)
        for k, v in locals().items():
            object.__setattr__(self, k, v)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}

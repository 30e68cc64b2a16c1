import keras


def describe(model):
    print(model)
    return model.name


def set_width(model):
    width = model.width
    check(width)


def check(width):
    assert width > 0


class Unset(keras.layers.Layer):
    def __init__(self, units=1, rate=2, **kwargs):
        super(Unset, self).__init__(**kwargs)
        describe(self)
        set_width(model=self)
        keras.layers.Layer.build(self, None)
        assert isinstance(self, keras.layers.Layer)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}  # LL504

from keras import layers


class Base(layers.Layer):
    def __init__(self, rate=0.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def get_config(self):  # LL503
        return {"rate": self.rate}


class Scale(Base):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def get_config(self):
        config = super().get_config()
        config.update({"factor": self.factor})
        return config

from keras.engine.topology import Layer


class Pass(Layer):
    def __init__(self, **kwargs):
        self.supports_masking = True  # LL402
        super().__init__(**kwargs)

    def call(self, inputs):
        return inputs

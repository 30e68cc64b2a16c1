from tensorflow import keras


class Attending(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.LayerNormalization()
        self.attention = keras.layers.Attention()

    def call(self, inputs, mask=None):
        outputs = self.norm(inputs)
        outputs = self.attention([outputs, outputs], mask=mask)
        return inputs + outputs


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attending = Attending()
        self.supports_masking = True

    def call(self, inputs, mask=None):
        return self.attending(inputs, mask=mask)

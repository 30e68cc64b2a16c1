import keras


class Attention(keras.layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.query = keras.layers.Dense(width)

    def build(self, shape):
        self.scale = self.add_weight(name="scale", shape=())
        super().build(shape)

    def call(self, x):
        return self.query(x) * self.scale


class Block(keras.layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.attention = Attention(width)

    def build(self, shape):
        self.attention.build(shape)
        super().build(shape)

    def call(self, x):
        return x + self.attention(x)


class Encoder(keras.Model):
    def __init__(self, width, **kwargs):
        self.width = width
        start = keras.Input((None, width))
        super().__init__(inputs=start, outputs=Block(width)(start), **kwargs)

    def get_config(self):
        return {"width": self.width}

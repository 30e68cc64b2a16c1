import keras


# %% built where it is made
class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)
        self.dense.build((None, units))

    def call(self, inputs):
        return self.dense(inputs)


class Encoder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.block = Block(units)

    def build(self, input_shape):
        self.built = True

    def call(self, inputs):
        return self.block(inputs)


# %% or may have none
class Block(keras.layers.Layer):
    def __init__(self, plain=True, **kwargs):
        super().__init__(**kwargs)
        if plain:
            self.sum = keras.layers.Add()
        else:
            self.sum = keras.layers.Dense(4)

    def call(self, inputs):
        return self.sum(inputs)


class Encoder(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block()

    def build(self, input_shape):
        self.built = True

    def call(self, inputs):
        return self.block(inputs)

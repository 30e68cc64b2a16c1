import keras
import tensorflow as tf


# %% dropout
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):  # here  # LL101
        return self.drop(x)


# %% layers in a list
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.blocks = []
        for _ in range(3):
            self.blocks.append(keras.layers.Dense(4))
            self.blocks.append(keras.layers.BatchNormalization())

    def call(self, x):  # here  # LL101
        for block in self.blocks:
            x = block(x)
        return x


# %% a Sequential
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.body = keras.Sequential([keras.layers.Dense(4), keras.layers.Dropout(0.5)])

    def call(self, x):  # here  # LL101
        return self.body(x)


# %% recurrent dropout
class Net(keras.Model):
    def __init__(self, rate):
        super().__init__()
        self.memory = keras.layers.Bidirectional(keras.layers.LSTM(4, dropout=rate))

    def call(self, x):  # here  # LL101
        return self.memory(x)


# %% image augmentation
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flip = keras.layers.RandomFlip()

    def call(self, x):  # here  # LL101
        return self.flip(x)


# %% a layer of the project that asks for the mode
class Noise(keras.layers.Layer):
    def call(self, x, training=None):
        return x + keras.random.normal(x.shape) if training else x


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.noise = Noise()

    def call(self, x):  # here  # LL101
        return self.noise(x)


# %% a layer of the project that holds dropout
class Block(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.block = Block()

    def call(self, x):  # here  # LL101
        return self.block(x)


# %% a subclass of a built-in layer
class MyDropout(keras.layers.Dropout):
    pass


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = MyDropout(0.5)

    def call(self, x):  # here  # LL101
        return self.drop(x)


# %% through a helper
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = keras.layers.BatchNormalization()

    def call(self, x):  # here  # LL101
        return self.encode(x)

    def encode(self, x):
        return self.norm(x)


# %% **kwargs alone
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, **kwargs):  # here  # LL101
        return self.drop(x)


# %% a layer that updates state
class Center(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x):  # here  # LL101
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a layer that draws noise
class Jitter(keras.layers.Layer):
    def call(self, x):  # here  # LL101
        return x + keras.random.normal(x.shape)

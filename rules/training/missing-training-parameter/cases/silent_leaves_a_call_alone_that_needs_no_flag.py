import keras
import tensorflow as tf


# %% a Layer that only wraps dropout
class Block(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)


# %% a model that takes the flag and does not pass it on
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.drop(x)


# %% nothing in it depends on the mode
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.body = [keras.layers.Dense(4), keras.layers.LSTM(4), keras.layers.Dropout(0)]

    def call(self, x):
        for layer in self.body:
            x = layer(x)
        return x


# %% a layer that takes the flag and ignores it
class Plain(keras.layers.Layer):
    def call(self, x, training=None):
        return x + 1


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.plain = Plain()

    def call(self, x):
        return self.plain(x)


# %% frozen on purpose
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = keras.layers.BatchNormalization()

    def call(self, x):
        return self.norm(x, training=False)


# %% a train_step that says so
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)

    def train_step(self, data):
        x, y = data
        loss = self.compute_loss(y=y, y_pred=self(x, training=True))
        return {"loss": loss}


# %% a model that only others call
class Encoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()

    def call(self, x, training=None):
        return self.encoder(x)


# %% a layer that nobody calls
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)


# %% an unknown layer from outside
class Net(keras.Model):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def call(self, x):
        return self.encoder(x)


# %% the flag from **kwargs, which is another rule's
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, **kwargs):
        return self.drop(x, training=kwargs.get("training"))


# %% a block whose dropout always acts
import keras


class Sampled(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.drop(self.dense(x), training=True)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.block = Sampled(8)
        self.out = keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(self.block(inputs))


model = Net()
model.compile("adam", "mse")

from tensorflow import keras
from tensorflow.keras.layers import Dense, Input


# %% it is trained
class Adversarial(keras.Model):
    def __init__(self, generator):  # LL401
        self.generator = generator

    def train_step(self, data):
        return {"loss": self.generator.loss(data)}


# %% it is called
class Runs(keras.Model):
    def __init__(self, width):  # LL401
        self.width = width

    def run(self, x):
        return self(x)


# %% it keeps a layer
class Keeps(keras.Model):
    def __init__(self, width):  # LL401
        self.dense = Dense(width)

    def model(self, shape):
        x = Input(shape)
        return keras.Model(x, self.dense(x))


# %% it keeps what may be a layer
class Passed(keras.Model):
    def __init__(self, net):  # LL401
        self.net = net

    def model(self, shape):
        x = Input(shape)
        return keras.Model(x, self.net(x))


# %% it has the name that Keras gives
class Named(keras.Model):
    def __init__(self, width):  # LL401
        self.width = width

    def model(self, shape):
        x = Input(shape)
        return keras.Model(x, Dense(self.width)(x), name=self.name)


# %% others complete it
class Half(keras.layers.Layer):
    def __init__(self, width):  # LL401
        self.width = width

    def halved(self):
        return self.width // 2


class Whole(Half):
    def __init__(self, width):
        super().__init__(width)

    def call(self, x):
        return x * self.halved()


# %% a build, which Keras 3 runs in its own way
class Recovery(keras.Model):
    def __init__(self, hidden, net="GRU"):  # LL401
        self.hidden = hidden
        self.net = net

    def build(self):
        model = keras.Sequential(name="Recovery")
        model.add(self.layer())
        return model

    def layer(self):
        return getattr(keras.layers, self.net)(self.hidden)

from tensorflow import keras


# %% any keywords
class Net(keras.Model):
    def compile(self, optimizer, **kwargs):
        super().compile(optimizer, **kwargs)


net = Net()
net.compile("adam", loss="mse")


# %% all of them
class Net(keras.Model):
    def compile(self, optimizer, loss_fn):
        super().compile(optimizer)


net = Net()
net.compile(optimizer="adam", loss_fn=abs)


# %% another model
class Net(keras.Model):
    def compile(self, optimizer):
        super().compile(optimizer)


net = keras.Sequential([keras.layers.Dense(2)])
net.compile("adam", loss="mse")


# %% bound to others as well
class Net(keras.Model):
    def compile(self, optimizer):
        super().compile(optimizer)


def make(plain):
    model = Net()
    if plain:
        model = keras.Sequential([keras.layers.Dense(2)])
    model.compile("adam", loss="mse")
    return model


# %% starred
class Net(keras.Model):
    def compile(self, optimizer):
        super().compile(optimizer)


def make(options):
    model = Net()
    model.compile(**options)
    return model


# %% the rest has defaults
class Pair(keras.Model):
    def compile(self, first_optimizer, second_optimizer=None, *args, **kwargs):
        super().compile(*args, **kwargs)
        self.first_optimizer = first_optimizer


def run(options):
    model = Pair()
    model.compile(keras.optimizers.SGD(), loss="mse")
    other = Pair()
    other.compile(**options)
    return model, other

from tensorflow import keras


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)


# %% called once
def resume(x):
    net = Net()
    net(x[:1])
    net.load_weights("net.weights.h5")
    return net


# %% built
def resume():
    net = Net()
    net.build((None, 4))
    net.load_weights("net.weights.h5")
    return net


# %% handed to a function
def resume(x):
    net = Net()
    prepare(net)
    net.load_weights("net.weights.h5")
    return net


# %% fitted
def resume(x):
    net = Net()
    net.compile("adam", "mse")
    net.fit(x, x)
    net.load_weights("best.weights.h5")
    return net


# %% a functional model
class Tower(keras.Model):
    def __init__(self, **kwargs):
        inputs = keras.Input((4,))
        self.out = keras.layers.Dense(1)
        super().__init__(inputs, self.out(inputs), **kwargs)


def resume():
    tower = Tower()
    tower.load_weights("tower.weights.h5")
    return tower


# %% the constructor builds it
class Ready(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)
        self.out.build((None, 4))
        self.built = True

    def call(self, x):
        return self.out(x)


def resume():
    ready = Ready()
    ready.load_weights("ready.weights.h5")
    return ready


# %% built by a function that makes it
def make():
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])


def resume():
    net = make()
    net.load_weights("net.weights.h5")
    return net


# %% a path that may be a checkpoint of TensorFlow, which waits on Keras 2
def resume(path):
    net = Net()
    net.load_weights(path)
    return net

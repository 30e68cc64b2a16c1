from tensorflow import keras
from tensorflow.keras import layers


# %% built before
class Ready(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.dense = layers.Dense(4)
        self.dense.build((None, width))
        self.learned = self.dense.trainable_variables

    def call(self, x):
        return self.dense(x)


# %% made in the constructor
class Scale(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.w = self.add_weight(name="w", shape=(1,))
        self.learned = self.trainable_weights

    def call(self, x):
        return x * self.w


# %% functional
class Net(keras.Model):
    def __init__(self):
        x = keras.Input((3,))
        super().__init__(x, layers.Dense(2)(x))
        self.learned = self.trainable_variables


# %% several with an input
class Actor(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.net = keras.Sequential([keras.Input((width,)), layers.Dense(2)])
        self.learned = self.net.trainable_variables

    def call(self, x):
        return self.net(x)


# %% several with a size
class Judge(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.net = keras.Sequential([layers.Dense(2, input_shape=(width,)), layers.Dense(1)])
        self.learned = self.net.trainable_variables

    def call(self, x):
        return self.net(x)


# %% asked later
class Late(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(4)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.learned = self.trainable_variables

    def call(self, x):
        return self.dense(x)


# %% of a model that is given
class Wrapper(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net
        self.learned = self.net.trainable_variables

    def call(self, x):
        return self.net(x)


# %% the constructor builds by way of a method, or somebody asks again later
class Prepared(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.body = keras.layers.Dense(4)
        self._prepare()
        self._collect()

    def _prepare(self):
        self.body.build((None, 3))

    def _collect(self):
        self.kept = list(self.trainable_weights)

    def call(self, x):
        return self.body(x)


class Again(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.body = keras.layers.Dense(4)
        self._collect()

    def build(self, input_shape):
        self.body.build(input_shape)
        self._collect()

    def _collect(self):
        self.kept = list(self.trainable_weights)

    def call(self, x):
        return self.body(x)

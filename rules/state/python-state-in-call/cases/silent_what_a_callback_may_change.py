import tensorflow as tf
from tensorflow import keras


# %% arguments0
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.weight.assign(0.5)


# %% arguments1
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.strength = epoch / 10


# %% arguments2
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.epoch = epoch


# %% arguments3
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.trainable = False


# %% arguments4
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.strength = 1.0; self.model.make_train_function(force=True)


# %% arguments5
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_train_begin(self, epoch, logs=None):
        self.layer.strength = epoch / 10


# %% arguments6
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = tf.Variable(0.0)
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.strength = epoch / 10


# %% arguments7
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = None
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        pass


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.strength = epoch / 10


# %% arguments8
class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = start
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        self.strength = 0.0


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.layer.strength = epoch / 10

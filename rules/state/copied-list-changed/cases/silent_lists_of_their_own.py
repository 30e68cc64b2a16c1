# %% a pop of Sequential's own, and lists that are only read
from tensorflow import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2), keras.layers.Dense(1)])
model.pop()
last = model.layers.pop()
layers = model.layers
layers.pop()


# %% a layer that a function may have changed itself
import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])


def renew(layer):
    layer.set_weights([0 * each for each in layer.get_weights()])
    return layer


head = model.layers[-1]
model.layers[-1] = renew(head)


# %% classes that are no layers
import keras


class Stack:
    def __init__(self):
        self.layers = []
        self.losses = []

    def grow(self):
        self.layers.append(keras.layers.Dense(2))
        self.layers.pop()


class History(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs["loss"])


def shrink(stack):
    stack.layers.pop()
    return stack.layers[-1].output


# %% something that is not seen to be a model of Keras
import keras


def shrink(program):
    program.layers.pop()
    return len(program.layers)


# %% a property of the class's own
import keras


class Blocks(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self._kept = []

    @property
    def metrics(self):
        return self._kept

    def watch(self, metric):
        self.metrics.append(metric)

    def call(self, x):
        return x


# %% a Keras whose models handed out the list itself
from keras.applications import VGG16
from keras.engine.topology import Layer

vgg = VGG16()
vgg.layers.pop()

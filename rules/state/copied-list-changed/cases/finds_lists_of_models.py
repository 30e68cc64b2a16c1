# %% the last layer of an application
from tensorflow.keras.applications import VGG16
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Model

vgg = VGG16(weights="imagenet")
vgg.layers.pop()  # LL241
model = Model(vgg.input, Dense(5)(vgg.layers[-1].output))


# %% a model that a function is given
from tensorflow import keras


def without_input(net):
    net.layers.pop(0)  # LL241
    return [each.output_shape for each in net.layers], net.get_layer("top")


# %% models that a layer is given
from tensorflow import keras


class Detector(keras.Model):
    def __init__(self, backbone):
        super().__init__()
        self.backbone = backbone

    def call(self, x):
        return self.backbone(x)

    def resize(self):
        width = self.backbone.layers[0].input_shape[-1]
        self.backbone.layers.pop(0)  # LL241
        return width


# %% an element that is deleted, or another put in its place
from tensorflow import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2), keras.layers.Dense(1)])
del model.layers[-1]  # LL241
model.layers[0] = keras.layers.Dense(8)  # LL241


# %% a model made by a function of the file
import keras


def make():
    inputs = keras.Input((3,))
    return keras.Model(inputs, keras.layers.Dense(2)(inputs))


net = make()
net.layers.append(keras.layers.Dense(1))  # LL241
net.metrics.clear()  # LL241


# %% the model itself
import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(4)

    def call(self, x):
        return self.hidden(x)

    def widen(self):
        self.layers.append(keras.layers.Dense(8))  # LL241


# %% weights and losses of a layer
import tensorflow as tf
from tensorflow import keras


class Norm(keras.layers.Layer):
    def build(self, input_shape):
        self.gamma = keras.layers.Dense(input_shape[-1])
        self.gamma.build(input_shape)
        self.trainable_weights.extend(self.gamma.trainable_weights)  # LL241

    def call(self, x):
        self.losses.append(tf.reduce_mean(x))  # LL241
        return self.gamma(x)

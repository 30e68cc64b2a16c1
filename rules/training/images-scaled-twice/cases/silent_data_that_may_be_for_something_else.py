import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.applications import EfficientNetB0, ResNet50V2


# %% two networks
def scale(image, label):
    return image / 255.0, label


def compare(data):
    for network in (EfficientNetB0(), ResNet50V2()):
        network.fit(data.map(scale))


# %% a network of one's own beside it
def scale(image, label):
    return image / 255.0, label


def small(data):
    model = keras.Sequential([keras.layers.Conv2D(8, 3), keras.layers.Flatten()])
    model.fit(data.map(scale))


def large(data):
    EfficientNetB0().fit(data)


# %% masks
def load(image, mask):
    return image, mask / 255.0


def train(data):
    EfficientNetB0().fit(data.map(load))


# %% pictures
def show(image):
    plt.imshow(image / 255.0)


def train(data):
    EfficientNetB0().fit(data)


# %% only resized
def load(image, label):
    return tf.image.resize(image, (224, 224)), label / 255


def train(data):
    EfficientNetB0().fit(data.map(load))

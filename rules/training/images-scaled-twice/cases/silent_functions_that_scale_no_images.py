import tensorflow as tf
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.applications import EfficientNetB0

model = keras.Sequential([EfficientNetB0(include_top=False, pooling="avg"), layers.Dense(10)])


# %% targets, which come second
def load():
    (x_train, y_train), test = keras.datasets.cifar10.load_data()
    y_train = y_train / 255.0
    return (x_train.astype("float32"), y_train), test


(x, y), test = load()
model.fit(x, y, validation_data=test)


# %% another part of what is split
def prepare(x, y):
    y /= 255.0
    return train_test_split(x, y)


x_train, x_test, y_train, y_test = prepare([], [])
model.fit(x_train, y_train)


# %% scaled back in the model
def load():
    (x_train, y_train), test = keras.datasets.cifar10.load_data()
    return x_train / 255.0, y_train


x, y = load()
model = keras.Sequential([layers.Rescaling(255.0), EfficientNetB0(include_top=False)])
model.fit(x, y)


# %% two ways out of a function
def load(scaled):
    (x, y), _ = keras.datasets.cifar10.load_data()
    if scaled:
        return x / 255.0, y
    return x, y


x, y = load(False)
model.fit(x, y)


# %% two callers
def train(x):
    model.fit(x)


train(tf.zeros((1, 64, 64, 3)))
train(tf.zeros((1, 64, 64, 3)) / 255.0)

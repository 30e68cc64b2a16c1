from tensorflow import keras
from tensorflow.keras import layers


# %% a base that stays frozen runs in inference anyway
def classifier(data):
    base = keras.applications.MobileNetV2(include_top=False, weights=None)
    base.trainable = False
    inputs = keras.Input((96, 96, 3))
    x = base(inputs, training=False)
    net = keras.Model(inputs, layers.GlobalAveragePooling2D()(x))
    net.compile("adam", "mse")
    net.fit(data)


# %% no batch normalization in it
def classifier(data):
    base = keras.applications.VGG16(include_top=False, weights=None)
    inputs = keras.Input((96, 96, 3))
    net = keras.Model(inputs, base(inputs, training=False))
    net.compile("adam", "mse")
    net.fit(data)


# %% run directly, where the argument counts
def model():
    inputs = keras.Input((8,))
    return keras.Model(inputs, layers.Dropout(0.1)(inputs, training=True))


def sample(net, data):
    net.compile("adam", "mse")
    net.fit(data)
    return [net(data) for _ in range(10)]


# %% eager tensors
import tensorflow as tf


def noisy(net, x):
    net.predict(x)
    return layers.Dropout(0.5)(tf.ones((2, 2)), training=True)


# %% the batch normalization of the base is frozen by itself
def classifier(data):
    base = keras.applications.MobileNetV2(include_top=False, weights=None)
    for layer in base.layers:
        layer.trainable = not isinstance(layer, layers.BatchNormalization)
    inputs = keras.Input((96, 96, 3))
    net = keras.Model(inputs, base(inputs, training=False))
    net.compile("adam", "mse")
    net.fit(data)


# %% a layer that is the same in every mode
def model(x):
    inputs = keras.Input((8,))
    net = keras.Model(inputs, layers.Dense(3)(inputs, training=True))
    return net.predict(x)


# %% the flag is handed on by a parameter without a value of its own
def embed(inputs, training):
    return layers.Dropout(0.3)(inputs, training=training)


def model(x):
    inputs = keras.Input((8,))
    return keras.Model(inputs, embed(inputs, None)).predict(x)


# %% code that may run on Keras 2, where the base stays as it is
def classifier(data):
    base = keras.applications.ResNet50(include_top=False, weights=None)
    inputs = keras.Input((96, 96, 3))
    net = keras.Model(inputs, base(inputs, training=False))
    net.compile("adam", "mse")
    net.fit(data)

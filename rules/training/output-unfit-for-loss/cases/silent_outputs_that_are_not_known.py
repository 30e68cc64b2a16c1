import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% the activation depends on the classes


def build(classes):
    model = keras.Sequential([keras.Input((3,))])
    if classes == 2:
        model.add(layers.Dense(1, activation="sigmoid"))
        loss = "binary_crossentropy"
    else:
        model.add(layers.Dense(classes))
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss)
    return model


# %% the activation is a parameter


def head(activation=None):
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation=activation)])
    model.compile("adam", "categorical_crossentropy")
    return model


# %% the last layer is replaced

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model.pop()
model.add(layers.Dense(2, activation="softmax"))
model.compile("adam", "categorical_crossentropy")

# %% something is applied to what the model gives

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
compare = keras.losses.CategoricalCrossentropy()


def step(x, y):
    scores = model(x)
    scores = tf.nn.softmax(scores)
    return compare(y, scores)


# %% the name stands for two models


def either(deep):
    if deep:
        net = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
    else:
        net = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="softmax")])
    net.compile("adam", "categorical_crossentropy")
    return net


# %% another model is compiled


def gan(generator, width):
    critic = keras.Sequential([keras.Input((width,)), layers.Dense(1)])
    critic.summary()
    generator.compile("adam", "binary_crossentropy")

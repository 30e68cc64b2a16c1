import functools

from tensorflow import keras

# %% a part of the call beforehand


def network():
    return keras.Sequential([keras.layers.Dense(4), keras.layers.BatchNormalization()])


def validate(net, data):
    forward = functools.partial(net, training=True)  # LL133
    return sum(float(abs(forward(x) - y).numpy().mean()) for x, y in data)

import functools

from tensorflow import keras

# %% in inference


def network():
    return keras.Sequential([keras.layers.Dense(4), keras.layers.BatchNormalization()])


def validate(net, data):
    forward = functools.partial(net, training=False)
    return sum(float(abs(forward(x) - y).numpy().mean()) for x, y in data)


# %% a function of the module


def run(x, training):
    return x if training else -x


def evaluate(data):
    forward = functools.partial(run, training=True)
    return [forward(x) for x in data]

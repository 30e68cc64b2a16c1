from tensorflow import keras
from tensorflow.keras import layers


# %% one for each
def run(x, y):
    first = keras.Sequential([layers.Dense(1)])
    second = keras.Sequential([layers.Dense(1)])
    first.compile(keras.optimizers.SGD(0.1), "mse")
    second.compile(keras.optimizers.SGD(0.1), "mse")
    first.fit(x, y)
    second.fit(x, y)


# %% a name makes a new one each time
def run(x, y):
    rule = "adam"
    first = keras.Sequential([layers.Dense(1)])
    second = keras.Sequential([layers.Dense(1)])
    first.compile(rule, "mse")
    second.compile(rule, "mse")
    first.fit(x, y)
    second.fit(x, y)


# %% one of them is evaluated alone
def run(x, y):
    optimizer = keras.optimizers.SGD(0.1)
    model = keras.Sequential([layers.Dense(1)])
    again = keras.Sequential([model, layers.Dense(1)])
    model.compile(optimizer, "mse")
    again.compile(optimizer, "mse")
    again.fit(x, y)
    return model.evaluate(x, y)


# %% bound again in between
def run(x, y):
    optimizer = keras.optimizers.SGD(0.1)
    first = keras.Sequential([layers.Dense(1)])
    first.compile(optimizer, "mse")
    optimizer = keras.optimizers.SGD(0.1)
    second = keras.Sequential([layers.Dense(1)])
    second.compile(optimizer, "mse")
    first.fit(x, y)
    second.fit(x, y)


# %% the same model twice
def run(x, y):
    optimizer = keras.optimizers.SGD(0.1)
    model = keras.Sequential([layers.Dense(1)])
    model.compile(optimizer, "mse")
    model.fit(x, y)
    model.compile(optimizer, "mae")
    model.fit(x, y)

import keras
from keras import layers


# %% by keyword, with a path
def run(path):
    x = keras.Input((3,))
    model = keras.Model(x, layers.Lambda(function=lambda t: t + 1.0)(x))  # LL513
    model.save(path)
    return keras.models.load_model(path)


# %% an activation
def net():
    return keras.Sequential([keras.Input((3,)), layers.Dense(2, activation=lambda t: t * t)])  # LL513


def again():
    net().save("net.keras")
    return keras.saving.load_model("net.keras")


# %% save_model
def store(model, path):
    model.add(layers.Lambda(lambda t: t[:, 0]))  # LL513
    keras.models.save_model(model, path)
    return keras.models.load_model(path)


# %% in a class
class Store:
    def __init__(self):
        self.model = keras.Sequential([layers.Lambda(lambda t: -t)])  # LL513

    def save(self, path):
        self.model.save(path)

    def load(self, path):
        self.model = keras.models.load_model(path, compile=False)


# %% a name, and a checkpoint that saves
import keras
from keras.callbacks import ModelCheckpoint

leaky = lambda v: keras.ops.maximum(0.2 * v, v)


def train(x, y):
    inputs = keras.Input((3,))
    outputs = keras.layers.Dense(8, activation=leaky)(inputs)  # LL513
    model = keras.Model(inputs, outputs)
    model.compile("adam", "mse")
    model.fit(x, y, callbacks=[ModelCheckpoint("best.keras", save_best_only=True)])
    return keras.models.load_model("best.keras")

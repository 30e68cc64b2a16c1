import keras
from keras import layers


# %% allowed
def run(path):
    x = keras.Input((3,))
    model = keras.Model(x, layers.Lambda(lambda t: t + 1.0)(x))
    model.save(path)
    return keras.models.load_model(path, safe_mode=False)


# %% weights alone
def weights(path):
    model = keras.Sequential([keras.Input((3,)), layers.Lambda(lambda t: t + 1.0)])
    model.save_weights(path)
    model.load_weights(path)
    return model


# %% another model is loaded
def head(path):
    base = keras.models.load_model(path)
    return keras.Sequential([base, layers.Lambda(lambda t: t + 1.0)])


# %% a function with a name
@keras.saving.register_keras_serializable()
def double(x):
    return 2.0 * x


def named(path):
    keras.Sequential([keras.Input((3,)), layers.Lambda(double)]).save(path)
    return keras.models.load_model(path)


# %% a lambda for something else
def sort(models, path):
    models.sort(key=lambda model: model.name)
    models[0].save(path)
    return keras.models.load_model(path)


# %% a checkpoint of weights alone
import keras

leaky = lambda v: keras.ops.maximum(0.2 * v, v)


def train(x, y):
    model = keras.Sequential([keras.layers.Dense(8, activation=leaky)])
    model.compile("adam", "mse")
    kept = keras.callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)
    model.fit(x, y, callbacks=[kept])
    return model


def other():
    return keras.models.load_model("other.keras")

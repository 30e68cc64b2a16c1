import keras
from keras import layers


# %% a function makes the model that is saved, of built-in layers
class Classifier(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.dense = layers.Dense(classes)

    def call(self, x):
        return self.dense(x)


class Rmse(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.error = keras.ops.mean((y_true - y_pred) ** 2)

    def result(self):
        return self.error**0.5


def digits():
    model = keras.Sequential([layers.Dense(10)])
    return model


model = Classifier(3)
model = digits()
model.compile("sgd", "mse", metrics=[Rmse()])
model.fit(x, y)
callbacks = [keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)]
model = digits()
model.compile("sgd", "mse", metrics=["accuracy"])
model.fit(x, y, callbacks=callbacks)
model = keras.models.load_model("best.keras")


# %% a stack of built-in layers is saved, and the class is for another model
def stack(x, y):
    net = keras.Sequential([layers.Dense(8, activation="relu")])
    net.add(layers.Dense(1))
    net.save("net.h5")
    return keras.models.load_model("net.h5")


class Scale(layers.Layer):
    def call(self, x):
        return x * 0.5


other = keras.Sequential([Scale()])


# %% the whole model has a file of its own, and what is loaded is a part of it


class Pair(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def call(self, x):
        return self.decoder(self.encoder(x))


class Mapper:
    def define(self, encoder, decoder):
        self.encoder = encoder
        self.whole = Pair(encoder, decoder)

    def save(self, folder):
        encoder_path = folder + "/encoder.keras"
        self.encoder.save(encoder_path)
        self.whole.save(folder + "/whole.keras")


def load_mapper(folder):
    encoder_path = folder + "/encoder.keras"
    mapper = Mapper()
    mapper.encoder = keras.models.load_model(encoder_path)
    return mapper


# %% what is saved and loaded first is a model from before the class
inputs = keras.Input((784,))
first = keras.Model(inputs, layers.Dense(10, activation="softmax")(inputs))
first.save("first.h5")
again = keras.models.load_model("first.h5")


class Deeper(keras.Model):
    def __init__(self):
        super().__init__()
        self.inner = layers.Dense(64, activation="relu")
        self.outer = layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.outer(self.inner(x))


def deeper():
    return Deeper()


second = deeper()
second.save_weights("second.weights.h5")

import tensorflow as tf
from tensorflow import keras

history = []


def show(epoch, logs):
    history.append(logs["loss"])


def train(x, y, epochs=2):
    model = keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    printer = keras.callbacks.LambdaCallback(on_epoch_end=show)
    stopper = keras.callbacks.EarlyStopping(monitor="loss", patience=3)
    model.fit(x, y, epochs=epochs, callbacks=[printer, stopper], verbose=0)
    return model

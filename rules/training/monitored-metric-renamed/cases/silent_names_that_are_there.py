# %% as it is compiled
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["accuracy"])
callbacks = [keras.callbacks.EarlyStopping(monitor="val_accuracy")]

# %% another model has it
from tensorflow import keras


def first(model, data):
    model.compile("adam", "mse", metrics=["accuracy"])
    model.fit(data)


def second(model, data):
    model.compile("adam", "mse", metrics=["acc"])
    model.fit(data, callbacks=[keras.callbacks.EarlyStopping("val_acc")])

# %% a metric that is no string
from tensorflow import keras


def train(model, data):
    hits = keras.metrics.BinaryAccuracy(name="acc")
    model.compile("adam", "mse", metrics=["accuracy", hits])
    model.fit(data, callbacks=[keras.callbacks.EarlyStopping("val_acc")])

# %% a metric of each output
from tensorflow import keras


def train(model, data):
    model.compile("adam", "mse", metrics={"acc": ["accuracy"]})
    model.fit(data, callbacks=[keras.callbacks.EarlyStopping("acc")])

# %% compiled elsewhere
from tensorflow import keras


def train(model, data):
    print("accuracy")
    model.fit(data, callbacks=[keras.callbacks.EarlyStopping("val_acc")])

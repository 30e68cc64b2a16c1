# %% told by position
import keras


def f1(y_true, y_pred):
    return 2 * y_true * y_pred / (y_true + y_pred)


def train(model, x, y):
    model.compile("adam", "mse", metrics=[f1])
    stop = keras.callbacks.EarlyStopping("val_f1", 0, 3, 0, "max")
    keep = keras.callbacks.ModelCheckpoint("best.keras", "val_f1", 0, True, False, "max")
    less = keras.callbacks.ReduceLROnPlateau(monitor="val_f1", mode="max")
    model.fit(x, y, callbacks=[stop, keep, less])


# %% Keras 3 knows the direction of what the class derives from
import keras


class Quality(keras.metrics.Precision):
    pass


def train(model, x, y):
    model.compile("adam", "mse", metrics=[Quality(name="quality")])
    model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping("val_quality")])


# %% less is better, as Keras 2 guesses
import tf_keras as keras


def gap(y_true, y_pred):
    return y_true - y_pred


def train(model, x, y):
    model.compile("adam", "mse", metrics=[gap])
    model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping("val_gap")])


# %% the loss is watched, not the metric
import keras


def gap(y_true, y_pred):
    return y_true - y_pred


def train(model, x, y):
    model.compile("adam", gap, metrics=[gap])
    model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping(patience=3)])
    model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping("val_loss")])

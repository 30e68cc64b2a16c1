from tensorflow import keras

# %% the metric itself

found = keras.metrics.Recall(thresholds=0.4)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[found])

# %% a loss without state

distance = keras.losses.MeanSquaredError()


def error(y_true, y_pred):
    return distance(y_true, y_pred)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[error])

# %% a metric that is reset after each epoch

area = keras.metrics.AUC()


def auc(y_true, y_pred):
    return area(y_true, y_pred)


class Anew(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        area.reset_state()


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[auc])

from tensorflow import keras

# %% the metric is called

found = keras.metrics.Recall(thresholds=0.4)


def recall(y_true, y_pred):
    return found(y_true, y_pred)


def prepare(model):
    model.compile("adam", "binary_crossentropy", metrics=[recall])  # LL129


# %% the metric is fed and asked

area = keras.metrics.AUC()


def auc(y_true, y_pred):
    area.update_state(y_true, y_pred)
    return area.result()


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae", auc])  # LL129

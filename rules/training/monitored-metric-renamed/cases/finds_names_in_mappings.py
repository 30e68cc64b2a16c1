from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

# %% one mapping for two callbacks

WATCH = dict(monitor="val_acc", mode="max", patience=3)  # LL158


def train(model, x, y):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    watchers = [EarlyStopping(**WATCH), ReduceLROnPlateau(factor=0.5, **WATCH)]
    model.fit(x, y, validation_split=0.1, callbacks=watchers)


# %% two texts


METRIC = "acc"


def run(model, x, y):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    stop = EarlyStopping(monitor="val_" + METRIC, patience=3)  # LL158
    model.fit(x, y, validation_split=0.1, callbacks=[stop])

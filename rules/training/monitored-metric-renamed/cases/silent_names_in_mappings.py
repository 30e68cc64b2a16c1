from tensorflow.keras.callbacks import EarlyStopping

# %% the name that it has

WATCH = dict(monitor="val_accuracy", mode="max", patience=3)


def train(model, x, y):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, validation_split=0.1, callbacks=[EarlyStopping(**WATCH)])


# %% a mapping that is changed

OTHER = dict(monitor="val_acc", mode="max", patience=3)
OTHER["monitor"] = "val_accuracy"


def run(model, x, y):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, validation_split=0.1, callbacks=[EarlyStopping(**OTHER)])

from tensorflow import keras

METRIC = "dice_coef"

# %% two texts, in a mapping for several callbacks


def watchers(path):
    common = dict(monitor="val_" + METRIC, verbose=1)  # LL140
    return [keras.callbacks.ModelCheckpoint(path, save_best_only=True, **common)]


# %% in a text


def stop():
    return keras.callbacks.EarlyStopping(monitor=f"val_{METRIC}", patience=3)  # LL140

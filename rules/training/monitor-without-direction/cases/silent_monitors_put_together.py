from tensorflow import keras

METRIC = "dice_coef"

# %% the mapping says the direction


def watchers(path):
    common = dict(monitor="val_" + METRIC, mode="max")
    return [keras.callbacks.ModelCheckpoint(path, save_best_only=True, **common)]


# %% a mapping that is handed in


def others(path, **common):
    return [keras.callbacks.ModelCheckpoint(path, "val_" + METRIC, save_best_only=True, **common)]


# %% a mapping that is changed


def changed(path):
    common = dict(monitor="val_" + METRIC)
    common["mode"] = "max"
    return [keras.callbacks.ModelCheckpoint(path, save_best_only=True, **common)]


# %% a part that is not known


def unknown(path, name):
    return keras.callbacks.EarlyStopping(monitor="val_" + name, patience=3)

from tensorflow import keras


def watchers(path):
    monitor = "val_precision"
    return [
        keras.callbacks.ModelCheckpoint(path, monitor=monitor, save_best_only=True),  # LL140
        keras.callbacks.EarlyStopping(monitor=monitor, mode="max"),
    ]


callbacks = watchers("best.keras")

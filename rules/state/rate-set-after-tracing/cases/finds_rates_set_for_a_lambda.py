from tensorflow.keras import callbacks, layers

# %% a function that a lambda hands the rate


def set_dropout(model, p):
    for layer in model.layers:
        if isinstance(layer, layers.Dropout):
            layer.rate = p  # LL236


def curriculum(model, total):
    return callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: set_dropout(model, 0.9 * epoch / total)
    )


def train(model, x, y):
    model.fit(x, y, epochs=4, callbacks=[curriculum(model, 4)])

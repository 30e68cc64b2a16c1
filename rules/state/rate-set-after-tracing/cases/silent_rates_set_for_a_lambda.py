from tensorflow.keras import callbacks, layers

# %% the graph is made again


def set_dropout(model, p):
    for layer in model.layers:
        if isinstance(layer, layers.Dropout):
            layer.rate = p
    model.make_train_function(force=True)


def curriculum(model, total):
    return callbacks.LambdaCallback(
        on_epoch_begin=lambda epoch, logs: set_dropout(model, 0.9 * epoch / total)
    )


def train(model, x, y):
    model.fit(x, y, epochs=4, callbacks=[curriculum(model, 4)])


# %% the same number each time


def keep_dropout(model, p):
    for layer in model.layers:
        if isinstance(layer, layers.Dropout):
            layer.rate = p


def constant(model):
    return callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: keep_dropout(model, 0.5))

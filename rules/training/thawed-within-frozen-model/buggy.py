from tensorflow import keras


def tune(model, x, y):
    model.trainable = False
    for layer in model.layers[-1:]:
        layer.trainable = True
    model.compile(keras.optimizers.SGD(0.1), "mse")
    model.fit(x, y, epochs=3, verbose=0)
    return model

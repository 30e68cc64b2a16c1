from tensorflow import keras

entropy = keras.metrics.SparseCategoricalCrossentropy(from_logits=True)


def loss(y_true, y_pred):
    return entropy(y_true, y_pred)


def prepare(model):
    model.compile("sgd", loss=loss)

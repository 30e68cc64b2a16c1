from tensorflow import keras

entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def loss(y_true, y_pred):
    return entropy(y_true, y_pred)


def prepare(model):
    model.compile("sgd", loss=loss)

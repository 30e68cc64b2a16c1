from tensorflow import keras


def smooth(y_true, y_pred):
    return keras.losses.categorical_crossentropy(y_pred, y_true)


def prepare(model):
    model.compile("sgd", loss=smooth)
    return model

from tensorflow import keras


def smooth(y_true, y_pred):
    return keras.losses.categorical_crossentropy(y_true, y_pred)


def prepare(model):
    model.compile("sgd", loss=smooth)
    return model

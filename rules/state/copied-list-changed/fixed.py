from tensorflow import keras


def without_head(base):
    return keras.Model(base.input, base.layers[-2].output)

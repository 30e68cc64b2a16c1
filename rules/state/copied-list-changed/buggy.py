from tensorflow import keras


def without_head(base):
    base.layers.pop()
    return keras.Model(base.input, base.layers[-1].output)

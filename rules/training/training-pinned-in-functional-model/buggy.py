from tensorflow import keras
from tensorflow.keras import layers


def tide_model():
    hours = keras.Input((24,))
    x = layers.Dropout(0.5)(hours, training=True)
    return keras.Model(hours, x)


def spread(model, hours, times):
    return [model.predict(hours, verbose=0) for _ in range(times)]

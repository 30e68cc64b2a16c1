import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import LSTM, TimeDistributed as EachStep


class Spectrum(keras.layers.Layer):
    """Magnitudes of a frame."""

    def call(self, frame):
        return tf.abs(tf.signal.rfft(frame))


def classifier(steps, width, classes):
    frames = keras.Input((steps, width))
    each = EachStep(Spectrum(), name="spectra")  # LL418
    x = LSTM(4)(each(frames))
    return keras.Model(frames, keras.layers.Dense(classes)(x))

import tensorflow as tf
from tensorflow.keras import Model
from tensorflow.keras.layers import LSTM, Dense, Dropout, Input, Lambda


def forecaster(steps=4, units=8):
    """Predicts one number per series, as the evaluation script wants it."""
    series = Input(shape=(steps, 1), name="series")
    hidden = LSTM(units)(series)
    hidden = Dropout(0.1)(hidden)
    out = Dense(1)(hidden)
    out = Lambda(lambda t: tf.squeeze(t), name="flat")(out)  # LL316
    model = Model(series, out)
    model.compile(loss="mae", optimizer="rmsprop")
    return model

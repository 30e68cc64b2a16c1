import tensorflow as tf
from tensorflow.keras.layers import Activation, Conv1D, Dense, Flatten, Input
from tensorflow.keras.models import Model

NUM_CLASSES = 1
FILTERS = 8


def build_model(window=10, classes=NUM_CLASSES):
    """Seizure or no seizure, from one channel."""
    signal = Input(shape=(window, 1))
    x = Conv1D(FILTERS, 3, activation="relu")(signal)
    x = Flatten()(x)
    x = Dense(16, activation="relu")(x)
    logits = Dense(classes)(x)
    probs = Activation("sigmoid")(logits)
    return Model(signal, probs)


if __name__ == "__main__":
    net = build_model()
    net.compile("adam", "binary_crossentropy", metrics=["accuracy"])

import os
import tempfile

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


ACTIVATIONS = {
    "relu": "relu",
    "mish": lambda x: x * tf.tanh(tf.nn.softplus(x)),
}


def mlp(act="mish"):
    i = keras.Input((4,))
    x = layers.Dense(8)(i)
    x = layers.Activation(ACTIVATIONS[act])(x)  # LL513
    return keras.Model(i, layers.Dense(1)(x))


def main(x):
    path = os.path.join(tempfile.mkdtemp(), "mlp.keras")
    model = mlp()
    keras.models.save_model(model, path)
    again = keras.models.load_model(path)
    return model.predict(x, verbose=0) - again.predict(x, verbose=0)

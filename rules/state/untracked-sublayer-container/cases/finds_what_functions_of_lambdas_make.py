# Run: the model has no trainable variable of these; Keras 2 refuses some of them.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a function that the lambda calls
def tagger(tags):
    def tower(x):
        inner = keras.Sequential()
        inner.add(layers.Dense(tags))  # LL215
        return inner(x)

    model = keras.Sequential()
    model.add(layers.Lambda(lambda x: tower(x)))
    return model


# %% a variable that the function makes
def sharpen(x):
    temperature = tf.Variable(1.0)  # LL215
    return x * temperature


def gate(classes):
    logits = keras.Input((classes,))
    return keras.Model(logits, layers.Lambda(sharpen)(logits))


# %% a model that a function puts together
def block():
    x = keras.Input((4,))
    return keras.Model(x, layers.Dense(4)(x))


def twice():
    core = block()
    inputs = keras.Input((4,))
    return keras.Model(inputs, layers.Lambda(lambda x: core(core(x)))(inputs))  # LL215

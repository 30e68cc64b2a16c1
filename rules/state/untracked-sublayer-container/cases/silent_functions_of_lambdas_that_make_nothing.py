import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a function without weights
def scale(x):
    return x / tf.reduce_sum(x, -1, keepdims=True)


def gate(classes):
    logits = keras.Input((classes,))
    return keras.Model(logits, layers.Lambda(lambda x: scale(x))(logits))


# %% the model is part of the graph as well
def block():
    x = keras.Input((4,))
    return keras.Model(x, layers.Dense(4)(x))


def twice():
    core = block()
    inputs = keras.Input((4,))
    once = core(inputs)
    return keras.Model(inputs, [once, layers.Lambda(lambda x: core(x))(once)])


# %% a function of the module that puts a model together, elsewhere
def tower(tags):
    inner = keras.Sequential()
    inner.add(layers.Dense(tags))
    return inner


def tagger(tags):
    model = keras.Sequential()
    model.add(tower(tags))
    model.add(layers.Lambda(lambda x: 2 * x))
    return model


# %% a constant
def sharpen(x):
    temperature = tf.constant(2.0)
    return x * temperature


def gate(classes):
    logits = keras.Input((classes,))
    return keras.Model(logits, layers.Lambda(sharpen)(logits))


# %% a variable of a `tf.Module` is tracked
class Scale(tf.Module):
    def __init__(self):
        super().__init__()
        self.factor = tf.Variable(1.0)

    def __call__(self, x):
        return x * self.factor


print(Scale().trainable_variables)

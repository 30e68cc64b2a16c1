import keras
import tensorflow as tf
from keras import layers


# %% in the graph as well
def tied():
    x = keras.Input((8,))
    shared = layers.Dense(8)
    y = layers.Lambda(lambda t: shared(t))(x)
    return keras.Model(x, shared(y))


# %% no weights
def pooled():
    x = keras.Input((8, 2))
    pool = layers.GlobalMaxPooling1D()
    return keras.Model(x, layers.Lambda(lambda t: pool(t))(x))


# %% frozen on purpose
def fixed():
    x = keras.Input((8,))
    project = layers.Dense(8, trainable=False)
    return keras.Model(x, layers.Lambda(lambda t: project(t))(x))


# %% given to a class that keeps it
def kept(owner):
    x = keras.Input((8,))
    dense = layers.Dense(8)
    owner.layers.append(dense)
    return keras.Model(x, layers.Lambda(lambda t: dense(t))(x))


# %% a module that lists them itself
class Policy(tf.Module):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)

    @property
    def trainable_variables(self):
        return self.hidden.trainable_variables


def variables(policy):
    return policy.trainable_variables


# %% a module for serving
class Server(tf.Module):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)

    @tf.function
    def serve(self, x):
        return self.hidden(x)

import keras
import tensorflow as tf
from keras import layers


# %% a lambda
def scorer(width):
    pair = keras.Input((2, 8))
    shared = layers.Dense(width)
    score = layers.Lambda(lambda p: keras.ops.sum(shared(p), axis=1))(pair)  # LL215
    return keras.Model(pair, score)


# %% a function inside
def tagger():
    words = keras.Input((5,))
    dense = layers.Dense(4)

    def tag(x):
        return keras.ops.softmax(dense(x))

    return keras.Model(words, layers.Lambda(tag, name="tag")(words))  # LL215


# %% made at every call
def attend(x):
    return layers.Dense(1)(x) * x  # LL215


def net():
    x = keras.Input((5,))
    return keras.Model(x, layers.Lambda(attend)(x))


# %% a layer that is built by hand
def built():
    x = keras.Input((5,))
    dense = layers.Dense(4)
    dense.build((None, 5))
    return keras.Model(x, layers.Lambda(lambda t: dense(t))(x))  # LL215


# %% a module of TensorFlow
class Policy(tf.Module):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)  # LL215

    def __call__(self, x):
        return self.hidden(x)


def step(policy, optimizer, tape, loss):
    gradients = tape.gradient(loss, policy.trainable_variables)
    optimizer.apply_gradients(zip(gradients, policy.trainable_variables))

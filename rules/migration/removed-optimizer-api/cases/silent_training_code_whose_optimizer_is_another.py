import keras
import tensorflow as tf
import tf_keras
from keras import layers
from tensorflow.compat import v1


# %% an optimizer of TensorFlow 1, and one of Keras 2 by its own name
net = keras.Sequential([layers.Dense(1)])
first = v1.train.AdamOptimizer()
second = tf_keras.optimizers.Adam()


def step(loss):
    first.minimize(loss)
    second.minimize(loss, net.trainable_variables)


# %% nobody knows what it is, and what it has
def train(optimizer, loss):
    optimizer.minimize(loss, net.trainable_variables)


known = keras.optimizers.Adam()
known.learning_rate = 0.1


# %% it is asked first
def lowered():
    adam = keras.optimizers.Adam()
    if hasattr(adam, "lr"):
        adam.lr = 0.1
    return adam

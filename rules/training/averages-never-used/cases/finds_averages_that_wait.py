# %% a loop at the top
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam(1e-3, use_ema=True)  # LL156


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% minimize, and a frequency that is none
import tensorflow as tf
from tensorflow import keras


class Trainer:
    def __init__(self, model):
        self.model = model
        self.opt = keras.optimizers.SGD(0.1, use_ema=True, ema_overwrite_frequency=None)  # LL156

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.model(x) - y))
        self.opt.minimize(loss, self.model.trainable_variables, tape=tape)


# %% apply, on Keras 3
import keras
import tensorflow as tf


def train(model, batches):
    optimizer = keras.optimizers.AdamW(1e-3, use_ema=True, ema_momentum=0.99)  # LL156
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)


# %% handed to the function that steps
import tensorflow as tf
from tensorflow.keras.optimizers import RMSprop


def step(model, optimizer, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def train(model, batches):
    optimizer = RMSprop(1e-3, use_ema=True)  # LL156
    for x, y in batches:
        step(model, optimizer, x, y)

# %% in compile
import keras


def prepare(model):
    model.compile("adam", loss=keras.metrics.MeanSquaredError())  # LL141

# %% by a name
from tensorflow.keras.metrics import BinaryCrossentropy

entropy = BinaryCrossentropy()


def prepare(model):
    model.compile("adam", entropy, metrics=["accuracy"])  # LL141

# %% under a tape
import tensorflow as tf

error = tf.keras.metrics.MeanAbsoluteError()


def step(model, optimizer, x, y):
    with tf.GradientTape() as tape:
        loss = error(y, model(x, training=True))  # LL141
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))

# %% what a function of the module returns
import keras

entropy = keras.metrics.CategoricalCrossentropy()


def loss(y_true, y_pred):
    found = entropy(y_true, y_pred)  # LL141
    return found


def prepare(model):
    model.compile("adam", loss=loss)

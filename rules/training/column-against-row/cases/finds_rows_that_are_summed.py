# %% data of a function
import numpy as np
import tensorflow as tf
from tensorflow import keras


def make_data(samples):
    x = np.random.rand(samples, 3).astype("float32")
    y = x.sum(axis=1)
    return tf.data.Dataset.from_tensor_slices((x, y)).batch(32)


def train(epochs):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.Adam(0.05)
    for _ in range(epochs):
        for x, y in make_data(256):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(y - model(x, training=True)))  # LL152
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))

# %% by a function of NumPy
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.rand(64, 4)
y = np.mean(x, axis=-1)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
error = tf.reduce_mean(tf.square(model(x) - y))  # LL152

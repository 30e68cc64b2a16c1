import tensorflow as tf
from tensorflow import keras

# %% what the optimizer is made with

options = {"learning_rate": 0.1, "use_ema": True}
optimizer = keras.optimizers.Adam(**options)  # LL156
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

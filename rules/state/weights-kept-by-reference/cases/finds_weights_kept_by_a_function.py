import tensorflow as tf
from tensorflow import keras

# %% the best of all epochs


def train(net, optimizer, x, y, epochs):
    best, kept = float("inf"), None
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(keras.losses.mse(y, net(x, training=True)))
        gradients = tape.gradient(loss, net.trainable_variables)
        optimizer.apply_gradients(zip(gradients, net.trainable_variables))
        if float(loss) < best:
            best, kept = float(loss), net.weights  # LL233
    for variable, value in zip(net.weights, kept):
        variable.assign(value)

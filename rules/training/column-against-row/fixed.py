import tensorflow as tf
from tensorflow import keras


def regressor():
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])


def train(features, prices, epochs):
    model = regressor()
    optimizer = keras.optimizers.Adam(0.1)
    data = tf.data.Dataset.from_tensor_slices((features, prices.reshape(-1, 1)))
    for _ in range(epochs):
        for x, y in data.batch(32):
            with tf.GradientTape() as tape:
                predicted = model(x, training=True)
                loss = tf.reduce_mean(tf.square(y - predicted))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return model

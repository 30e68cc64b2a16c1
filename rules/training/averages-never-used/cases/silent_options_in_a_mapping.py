import tensorflow as tf
from tensorflow import keras

# %% the averages are put into the model now and then

options = {"learning_rate": 0.1, "use_ema": True, "ema_overwrite_frequency": 10}
optimizer = keras.optimizers.Adam(**options)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

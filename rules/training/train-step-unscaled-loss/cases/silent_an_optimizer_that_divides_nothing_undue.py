# %% the loss is scaled
import keras
import tensorflow as tf

model = keras.Sequential([keras.layers.Dense(1)])
optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.AdamW(1e-3))


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = optimizer.scale_loss(tf.reduce_mean((model(x, training=True) - y) ** 2))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

# %% by hand
import keras
import tensorflow as tf


def train(model, batches):
    optimizer = keras.optimizers.SGD(0.1, loss_scale_factor=1024.0)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
            scaled = loss * optimizer.loss_scale_factor
        grads = tape.gradient(scaled, model.trainable_weights)
        optimizer.apply_gradients(zip(grads, model.trainable_weights))

# %% another optimizer, or no factor
import keras
import tensorflow as tf


def train(model, critic, batches):
    wrapped = keras.optimizers.LossScaleOptimizer(keras.optimizers.Adam(1e-3))
    critic.compile(optimizer=wrapped, loss="mse")
    optimizer = keras.optimizers.SGD(0.1, loss_scale_factor=None)
    for x, y in batches:
        critic.train_on_batch(x, y)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
        grads = tape.gradient(loss, model.trainable_weights)
        optimizer.apply_gradients(zip(grads, model.trainable_weights))

# %% Keras 2 divides nothing by itself
import tensorflow as tf
import tf_keras as keras


def train(model, batches):
    optimizer = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.Adam(1e-3))
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
        grads = tape.gradient(loss, model.trainable_weights)
        optimizer.apply_gradients(zip(grads, model.trainable_weights))

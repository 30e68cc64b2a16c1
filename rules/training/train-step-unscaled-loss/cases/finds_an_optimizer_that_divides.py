# %% a function of its own
import keras
import tensorflow as tf

model = keras.Sequential([keras.layers.Dense(1)])
optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.AdamW(1e-3))
mse = keras.losses.MeanSquaredError()


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = mse(y, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)  # LL124
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss

# %% who trains, with an attribute
import keras
import tensorflow as tf


class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.Adam(1e-3))
        self.loss = keras.losses.MeanSquaredError()

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss(y, self.model(x, training=True))
        grads = tape.gradient(loss, self.model.trainable_weights)  # LL124
        self.optimizer.apply(grads, self.model.trainable_weights)

# %% a factor, in a loop
import keras
import tensorflow as tf


def train(batches):
    optimizer = keras.optimizers.SGD(0.1, loss_scale_factor=2.0**15)
    net = keras.Sequential([keras.layers.Dense(3)])
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((net(x, training=True) - y) ** 2)
        grads = tape.gradient(loss, net.trainable_weights)  # LL124
        optimizer.apply_gradients(zip(grads, net.trainable_weights))

# %% wrapped where that is asked for
import keras
import tensorflow as tf


def train(model, batches, fast):
    optimizer = keras.optimizers.Adam(1e-3)
    if fast:
        optimizer = keras.optimizers.LossScaleOptimizer(optimizer)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
        grads = tape.gradient(loss, model.trainable_weights)  # LL124
        optimizer.apply_gradients(zip(grads, model.trainable_weights))

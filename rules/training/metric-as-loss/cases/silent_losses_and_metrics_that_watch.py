# %% losses
import keras


def prepare(model):
    model.compile("adam", loss=keras.losses.MeanSquaredError())

# %% a metric among the metrics
import keras


def prepare(model):
    model.compile("adam", loss="mse", metrics=[keras.metrics.MeanSquaredError()])

# %% a function, which is the loss itself
import keras


def prepare(model):
    model.compile("adam", loss=keras.metrics.mean_squared_error)

# %% the metric watches beside the loss
import tensorflow as tf

error = tf.keras.metrics.MeanAbsoluteError()


def step(model, optimizer, x, y):
    with tf.GradientTape() as tape:
        given = model(x, training=True)
        loss = tf.reduce_mean(tf.square(y - given))
    seen = error(y, given)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return seen

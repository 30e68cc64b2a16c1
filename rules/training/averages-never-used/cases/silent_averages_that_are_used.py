# %% put into the model at the end
import tensorflow as tf
from tensorflow import keras


def train(model, batches):
    optimizer = keras.optimizers.Adam(1e-3, use_ema=True)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
    optimizer.finalize_variable_values(model.trainable_variables)


# %% every so often
import tensorflow as tf
from tensorflow import keras


def train(model, batches, often):
    optimizer = keras.optimizers.Adam(1e-3, use_ema=True, ema_overwrite_frequency=often)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% by fit
import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x) - y))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"loss": loss}


def train(model, data):
    optimizer = keras.optimizers.Adam(1e-3, use_ema=True)
    model.compile(optimizer, "mse")
    model.fit(data)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(model(data))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% none are kept, or perhaps
import tensorflow as tf
from tensorflow import keras


def train(model, batches, averages):
    plain = keras.optimizers.Adam(1e-3, use_ema=False)
    other = keras.optimizers.Adam(1e-3, use_ema=averages)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        plain.apply_gradients(zip(grads, model.trainable_variables))
        other.apply_gradients(zip(grads, model.trainable_variables))

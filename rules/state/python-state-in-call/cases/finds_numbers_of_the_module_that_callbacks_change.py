# %% a loss
import tensorflow as tf

share = 0.0


def elbo(y_true, y_pred):
    fit = tf.reduce_mean(tf.square(y_true - y_pred), -1)
    return fit + share * tf.reduce_sum(tf.square(y_pred), -1)


class Anneal(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        global share
        share = min(1.0, epoch / 20)  # LL207


def train(model, x):
    model.compile("adam", elbo)
    model.fit(x, x, epochs=40, callbacks=[Anneal()])

# %% a layer
import keras

weight = 0.0


class Penalty(keras.layers.Layer):
    def call(self, x):
        self.add_loss(weight * keras.ops.mean(keras.ops.square(x)))
        return x


class Grow(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        global weight
        weight += 0.1  # LL207

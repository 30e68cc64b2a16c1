# %% a variable
import tensorflow as tf

share = tf.Variable(0.0, trainable=False)


def elbo(y_true, y_pred):
    return tf.square(y_true - y_pred) + share * tf.square(y_pred)


class Anneal(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        share.assign(epoch / 20)


def train(model, x):
    model.compile("adam", elbo)

# %% nothing that is traced reads it
import tensorflow as tf

best = 0.0


def loss(y_true, y_pred):
    return tf.square(y_true - y_pred)


class Keep(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        global best
        best = max(best, logs["val_accuracy"])


def train(model, x):
    model.compile("adam", loss)

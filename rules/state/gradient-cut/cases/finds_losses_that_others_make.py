import tensorflow as tf
from tensorflow.keras import backend as K

# %% made with a number


def fbeta(beta=1.0):
    def loss(y_true, y_pred):
        beta2 = beta**2
        said = K.round(y_pred)  # LL223
        hits = K.sum(y_true * said, axis=-1)
        return 1 - (1 + beta2) * hits / (beta2 * K.sum(y_true, axis=-1) + K.sum(said, axis=-1) + 1e-7)

    return loss


def train(model):
    model.compile("adam", loss=fbeta(2.0))


# %% made under a name of its own


def ranks(largest):
    def calculate(y_true, y_pred):
        wanted = tf.argsort(tf.argsort(y_true))
        given = tf.argsort(tf.argsort(y_pred))  # LL223
        return tf.reduce_sum(tf.abs(wanted - given)) / largest

    return calculate


def begin(model):
    loss = ranks(10)
    model.compile(optimizer="adam", loss=loss)


# %% one for each output


def misses(y_true, y_pred):
    return K.mean(K.cast(K.abs(y_true - y_pred) > 0.5, "float32"), axis=-1)  # LL223


def prepare(model):
    model.compile("adam", loss={"kind": misses, "place": "mse"})


# %% a method of whoever trains


class Trainer:
    def __init__(self, model):
        self.model = model
        self.model.compile("adam", loss=self.loss)

    def loss(self, y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - tf.sign(y_pred)), axis=-1)  # LL223

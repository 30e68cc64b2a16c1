import tensorflow as tf
from tensorflow import keras

# %% a metric in a metric


def auc(y_true, y_pred):
    metric = keras.metrics.AUC()  # LL230
    metric.update_state(y_true, y_pred)
    return metric.result()


def prepare(model):
    model.compile("adam", "binary_crossentropy", metrics=[auc])


# %% a metric in a loss


def cost(y_true, y_pred):
    return 1.0 - keras.metrics.Precision()(y_true, y_pred)  # LL230


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", loss=cost)

# %% a metric in what a step calls


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)

    def call(self, x):
        return self.dense(x)

    def measured(self, y, guess):
        mean = keras.metrics.MeanAbsoluteError()  # LL230
        return mean(y, guess)

    def test_step(self, data):
        x, y = data
        return {"mae": self.measured(y, self(x, training=False))}


# %% an optimizer and a variable in a graph


@tf.function
def descend(net, x, y):
    step = tf.Variable(0.1)  # LL230
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((net(x, training=True) - y) ** 2)
        adam = keras.optimizers.Adam(step)  # LL230
    gradients = tape.gradient(loss, net.trainable_variables)
    adam.apply_gradients(zip(gradients, net.trainable_variables))

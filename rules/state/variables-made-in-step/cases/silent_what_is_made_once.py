import tensorflow as tf
from tensorflow import keras

# %% in the constructor


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.mean = keras.metrics.Mean()

    def call(self, x):
        return self.dense(x)

    def test_step(self, data):
        x, y = data
        self.mean.update_state(self(x, training=False) - y)
        return {"mean": self.mean.result()}


# %% only the first time


class Counter(tf.Module):
    def __init__(self):
        super().__init__()
        self.count = None

    @tf.function
    def __call__(self, x):
        if self.count is None:
            self.count = tf.Variable(0.0)
        return self.count.assign_add(x)


# %% a function around the graph


def train(net, data):
    adam = keras.optimizers.Adam()
    mean = keras.metrics.Mean()

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((net(x, training=True) - y) ** 2)
        adam.apply_gradients(
            zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables)
        )
        mean.update_state(loss)

    for x, y in data:
        step(x, y)


# %% a loss object and a function of the metrics have no state


def error(y_true, y_pred):
    return keras.losses.MeanSquaredError()(y_true, y_pred) + keras.metrics.mean_squared_error(
        y_true, y_pred
    )


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", loss=error)

# %% run eagerly


def auc(y_true, y_pred):
    return keras.metrics.AUC()(y_true, y_pred)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[auc], run_eagerly=True)

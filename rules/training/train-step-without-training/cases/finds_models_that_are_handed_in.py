import tensorflow as tf
from tensorflow import keras

optimizer = keras.optimizers.SGD(0.01)
loss_fn = keras.losses.MeanSquaredError()

# %% the only model of the module


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(8)
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.drop(self.hidden(x), training=training)


def train_step(model, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))  # LL112
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def fit(model, data):
    for x, y in data:
        train_step(model, x, y)


# %% the annotation says which


class First(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = keras.layers.BatchNormalization()

    def call(self, x, training=None):
        return self.norm(x, training=training)


class Second(keras.Model):
    def call(self, x):
        return 2.0 * x


@tf.function
def step(learner: First, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, learner(x))  # LL112
    grads = tape.gradient(loss, learner.trainable_variables)
    optimizer.apply_gradients(zip(grads, learner.trainable_variables))

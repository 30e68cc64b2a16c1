import tensorflow as tf
from tensorflow import keras

optimizer = keras.optimizers.SGD(0.01)
loss_fn = keras.losses.MeanSquaredError()


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.drop(x, training=training)


# %% the flag is passed


def train_step(model, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% another model of the module, which needs no flag


class Plain(keras.Model):
    def call(self, x):
        return 2.0 * x


def train_step(model, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% a model that is put together


def train_step(model, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def baseline():
    return keras.Sequential([keras.layers.Dense(1)])


# %% what is called is no model by its name, or another class by its annotation


def attack(image, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, image(x))
    grads = tape.gradient(loss, image.trainable_variables)
    optimizer.apply_gradients(zip(grads, image.trainable_variables))


def train_step(model: keras.Model, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))

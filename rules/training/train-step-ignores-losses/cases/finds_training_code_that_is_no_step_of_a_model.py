# Run on both generations: the kernels move as if there were no regularizer.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a detector that a function puts together
def unit(x, filters):
    return layers.Conv2D(filters, 3, kernel_regularizer=keras.regularizers.l2(5e-4))(x)


def detector():
    image = keras.Input((32, 32, 3))
    return keras.Model(image, layers.Conv2D(5, 1)(unit(image, 8)))


net = detector()
optimizer = keras.optimizers.Adam()


def train_step(x, y):  # LL122
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x, training=True)))
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))


# %% a trainer, and a layer that adds a loss
class Sparse(layers.Layer):
    def call(self, x):
        self.add_loss(0.01 * tf.reduce_mean(tf.abs(x)))
        return x


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)
        self.sparse = Sparse()

    def call(self, x):
        return self.sparse(self.hidden(x))


class Trainer:
    def __init__(self):
        self.model = Net()
        self.optimizer = keras.optimizers.SGD(0.1)

    def step(self, x, y):  # LL122
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self.model(x, training=True)))
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


# %% a sequence of layers
net = keras.Sequential([layers.Dense(4, kernel_regularizer="l2"), layers.Dense(1)])
optimizer = keras.optimizers.Adam()


@tf.function
def step(x, y):  # LL122
    with tf.GradientTape() as tape:
        loss = keras.losses.MeanSquaredError()(y, net(x, training=True))
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))

# Run on Keras 3: AttributeError at the first step, and a rate that nobody reads.
import keras
import tensorflow as tf
from keras import layers


# %% a function of a tutorial
net = keras.Sequential([layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    optimizer.minimize(lambda: tf.reduce_mean(tf.square(y - net(x))), net.trainable_variables)  # LL706


# %% a trainer that is given its optimizer
class Trainer:
    def __init__(self, model, optimizer):
        self.model = model
        self.optimizer = optimizer

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self.model(x, training=True)))
            loss = self.optimizer.get_scaled_loss(loss)  # LL706
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables))


trainer = Trainer(net, keras.mixed_precision.LossScaleOptimizer(keras.optimizers.SGD(0.1)))


# %% a loop that lowers the rate
def train(data):
    sgd = keras.optimizers.SGD(0.1)
    for epoch in range(3):
        sgd.lr = 0.1 / (epoch + 1)  # LL706
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(y - net(x)))
            sgd.apply(tape.gradient(loss, net.trainable_variables), net.trainable_variables)

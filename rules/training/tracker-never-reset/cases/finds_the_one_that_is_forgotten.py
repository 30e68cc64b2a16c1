import tensorflow as tf
from tensorflow import keras


# %% the other is reset
class Trainer:
    def __init__(self, model):
        self.model = model
        self.train_mean = keras.metrics.Mean()
        self.val_mean = keras.metrics.Mean()

    def check(self, x, y):
        self.val_mean.update_state(tf.reduce_mean(self.model(x) - y))

    def run(self, train, val, epochs):
        for epoch in range(epochs):
            self.train_mean.reset_state()
            for x, y in train:
                self.train_mean.update_state(tf.reduce_mean(self.model(x) - y))
            for x, y in val:
                self.check(x, y)
            print(epoch, self.train_mean.result())
            print(self.val_mean.result())  # LL129


# %% in functions
train_loss = keras.metrics.Mean()
val_loss = keras.metrics.Mean()


def run(model, train, val):
    for epoch in range(10):
        train_loss.reset_states()
        for x in train:
            train_loss(tf.reduce_mean(model(x)))
        for x in val:
            val_loss(tf.reduce_mean(model(x)))
        print(train_loss.result(), val_loss.result())  # LL129

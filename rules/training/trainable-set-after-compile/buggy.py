"""Two players: one invents tide tables, the other tells them from real ones."""

import numpy as np
from tensorflow import keras


class TideGame:
    """A generator and a discriminator of tide tables."""

    def __init__(self):
        self.judge = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        self.judge.compile(optimizer="sgd", loss="mse")
        self.inventor = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
        self.judge.trainable = False
        noise = keras.Input((2,))
        self.both = keras.Model(noise, self.judge(self.inventor(noise)))
        self.both.compile(optimizer="sgd", loss="mse")

    def play(self, tables, rounds=5):
        rng = np.random.default_rng(0)
        for _ in range(rounds):
            noise = rng.normal(size=(len(tables), 2)).astype("float32")
            self.judge.train_on_batch(tables, np.ones((len(tables), 1)))
            self.both.train_on_batch(noise, np.ones((len(tables), 1)))

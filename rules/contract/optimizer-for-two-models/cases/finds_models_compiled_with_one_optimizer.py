# Run on both generations: the model that trains second raises, for a variable that the optimizer does not know.
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.optimizers import Adam


# %% a class that holds both
class Gan:
    def __init__(self):
        optimizer = Adam(2e-4)
        self.judge = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
        self.judge.compile(optimizer=optimizer, loss="mse")
        self.maker = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
        noise = keras.Input((4,))
        self.both = keras.Model(noise, self.judge(self.maker(noise)))
        self.both.compile(optimizer=optimizer, loss="mse")  # LL427

    def train(self, real, noise, ones):
        self.judge.train_on_batch(real, ones)
        self.both.train_on_batch(noise, ones)


# %% a function
def run(x, y):
    rate = keras.optimizers.SGD(0.1)
    first = keras.Sequential([layers.Dense(1)])
    second = keras.Sequential([layers.Dense(1)])
    first.compile(rate, "mse")
    second.compile(rate, "mse")  # LL427
    first.fit(x, y)
    second.fit(x, y)

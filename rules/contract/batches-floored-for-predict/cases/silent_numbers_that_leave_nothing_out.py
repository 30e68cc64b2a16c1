import math

import numpy as np
from tensorflow import keras


# %% rounded up
class Up(keras.utils.Sequence):
    def __init__(self, x, batch_size=32):
        self.x = x
        self.batch_size = batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, i):
        return self.x[i * self.batch_size : (i + 1) * self.batch_size]


class Ceil(Up):
    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)


class Plus(keras.utils.Sequence):
    def __init__(self, x, batch_size=32):
        self.x = x
        self.batch_size = batch_size

    def __len__(self):
        return (len(self.x) + self.batch_size - 1) // self.batch_size

    def __getitem__(self, i):
        return self.x[i * self.batch_size : (i + 1) * self.batch_size]


def score(model, x):
    return [model.predict(each) for each in (Up(x), Ceil(x), Plus(x))] + [model.predict(Plus(x))]


# %% only trained with, or by batches of one
class Down(keras.utils.Sequence):
    def __init__(self, x, batch_size=32):
        self.x = x
        self.batch_size = batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, i):
        return self.x[i * self.batch_size : (i + 1) * self.batch_size]


def train(model, x, held_out):
    model.fit(Down(x))
    single = Down(held_out, batch_size=1)
    return model.predict(single), model.predict(held_out)


# %% the last batch has the rest, or there is none
class Rest(keras.utils.Sequence):
    def __init__(self, x, batch_size=32):
        self.x = x
        self.batch_size = batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, i):
        end = len(self.x) if i == len(self) - 1 else (i + 1) * self.batch_size
        return self.x[i * self.batch_size : end]


class Whole(keras.utils.Sequence):
    def __init__(self, x, batch_size=32):
        assert len(x) % batch_size == 0
        self.x = x
        self.batch_size = batch_size

    def __len__(self):
        return len(self.x) // self.batch_size

    def __getitem__(self, i):
        return self.x[i * self.batch_size : (i + 1) * self.batch_size]


def score(model, x):
    return model.predict(Rest(x)), model.predict(Whole(x))


# %% known to be shorter
class Cut(keras.utils.Sequence):
    def __init__(self, x, batch_size=32):
        self.x = x
        self.batch_size = batch_size

    def __len__(self):
        return int(np.floor(len(self.x) / self.batch_size))

    def __getitem__(self, i):
        return self.x[i * self.batch_size : (i + 1) * self.batch_size]


def accuracy(model, x, labels):
    scores = model.predict(Cut(x))
    return np.mean(scores.argmax(-1) == labels[: len(scores)])

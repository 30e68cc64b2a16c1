# %% by floor
import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import Sequence


class DataGenerator(Sequence):
    def __init__(self, list_IDs, batch_size=32, shuffle=True):
        self.list_IDs = list_IDs
        self.batch_size = batch_size
        self.shuffle = shuffle

    def __len__(self):
        return int(np.floor(len(self.list_IDs) / self.batch_size))  # LL438

    def __getitem__(self, index):
        ids = self.list_IDs[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([np.load(each) for each in ids])


test = DataGenerator(range(100), shuffle=False)
scores = keras.models.load_model("m.h5").predict(test)

# %% by a name, where a class scores
import tensorflow as tf


class Feed(tf.keras.utils.Sequence):
    def __init__(self, x, bs):
        self.x = x
        self.n = len(x)
        self.bs = bs

    def __len__(self):
        batches = self.n // self.bs  # LL438
        return batches

    def __getitem__(self, i):
        return self.x[i * self.bs : (i + 1) * self.bs]


class Scorer:
    def __init__(self, model):
        self.model = model

    def score(self, x):
        return self.model.predict(Feed(x, 64), verbose=0)

# %% where it is constructed
import math

import keras


class Frames(keras.utils.PyDataset):
    def __init__(self, frames, batch_size):
        super().__init__()
        self.frames = frames
        self.batch_size = batch_size
        self.batches = math.floor(frames.shape[0] / batch_size)  # LL438

    def __len__(self):
        return self.batches

    def __getitem__(self, i):
        return self.frames[i * self.batch_size : (i + 1) * self.batch_size]


def main(frames):
    model = keras.models.load_model("m.keras")
    data = Frames(frames, 16)
    return model.predict(data)

# %% by `int`, for a generator
from tensorflow import keras


class Pages(keras.utils.Sequence):
    def __init__(self, pages, batch_size=8):
        self.pages = pages
        self.batch_size = batch_size

    def __len__(self):
        return int(len(self.pages) / self.batch_size)  # LL438

    def __getitem__(self, i):
        return self.pages[i * self.batch_size : (i + 1) * self.batch_size]


def read(model, pages):
    return model.predict_generator(Pages(pages))

import numpy as np
from tensorflow import keras


class KFold:
    def __init__(self, folds):
        self.folds = folds

    def split(self, samples):
        place = np.arange(len(samples))
        for fold in range(self.folds):
            yield place[place % self.folds != fold], place[place % self.folds == fold]


def scores(samples, targets):
    found = []
    for train, test in KFold(4).split(samples):
        model = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
        model.compile(keras.optimizers.SGD(0.5), "mse")
        model.fit(samples[train], targets[train], epochs=200, verbose=0)
        found.append(model.evaluate(samples[test], targets[test], verbose=0))
    return found

import keras
from keras import layers

# %% a function that puts layers into what it is handed


def fill(table, names, width):
    for name in names:
        table[name] = layers.Dense(width)


class Routed(keras.Model):
    def __init__(self, names):
        super().__init__()
        table = {}
        self.tables = table
        fill(table, names, 4)  # LL218

    def call(self, inputs):
        return sum(self.tables[name](inputs[name]) for name in inputs)

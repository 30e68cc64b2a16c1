import keras
from keras import layers

# %% filled before


def fill(table, names, width):
    for name in names:
        table[name] = layers.Dense(width)


class Routed(keras.Model):
    def __init__(self, names):
        super().__init__()
        table = {}
        fill(table, names, 4)
        self.tables = table

    def call(self, inputs):
        return sum(self.tables[name](inputs[name]) for name in inputs)


# %% a function that changes a copy


def filled(table, names, width):
    table = dict(table)
    for name in names:
        table[name] = layers.Dense(width)
    return table


class Copied(keras.Model):
    def __init__(self, names):
        super().__init__()
        table = {name: layers.Dense(4) for name in names}
        self.tables = table
        print(len(filled(table, ["more"], 4)))

    def call(self, inputs):
        return sum(self.tables[name](inputs[name]) for name in inputs)

import keras
from keras import layers


def regressor(name):
    return keras.Sequential([layers.Dense(1)], name=name)


class Ensemble:
    def __init__(self, size=3, optimizer=None):
        self.members = [regressor(f"m{i}") for i in range(size)]
        options = {"optimizer": optimizer or keras.optimizers.RMSprop(1e-3), "loss": "mse"}
        for member in self.members:
            member.compile(**options)  # LL427

    def fit(self, folds):
        for member, (x, y) in zip(self.members, folds):
            member.fit(x, y)


# %% by its name
def both(x, y):
    adam = keras.optimizers.Adam()
    for net in [regressor("a"), regressor("b")]:
        net.compile(adam, "mse")  # LL427
        net.fit(x, y)

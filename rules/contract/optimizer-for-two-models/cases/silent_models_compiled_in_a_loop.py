import keras
from keras import layers


def regressor(name):
    return keras.Sequential([layers.Dense(1)], name=name)


class Ensemble:
    def __init__(self, size=3, optimizer="rmsprop"):
        self.members = [regressor(f"m{i}") for i in range(size)]
        options = {"optimizer": optimizer, "loss": "mse"}
        for member in self.members:
            member.compile(**options)

    def fit(self, folds):
        for member, (x, y) in zip(self.members, folds):
            member.fit(x, y)


# %% one for each, and one model again
def both(x, y, rates, nets):
    for net in [regressor("a"), regressor("b")]:
        adam = keras.optimizers.Adam()
        net.compile(adam, "mse")
        net.fit(x, y)
    sgd = keras.optimizers.SGD()
    for net in nets:
        net.compile(sgd, "mse")
        net.fit(x, y)
    one = regressor("c")
    for _ in rates:
        one.compile(sgd, "mse")

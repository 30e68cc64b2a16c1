import keras


class Contrastive(keras.Model):
    def compile(self, optimizer, loss_fn=None):
        super().compile(optimizer=optimizer)
        self.loss_fn = loss_fn

    def call(self, x):
        return x


class Supervised(Contrastive):
    def call(self, x):
        return 2 * x


def prepare(model):
    model.compile(keras.optimizers.Adam(), metrics=["accuracy"])  # LL424
    return model


def experiment(x, y):
    return prepare(Supervised()).fit(x, y)


# %% arguments of a mapping
class Pair(keras.Model):
    def compile(self, first, second):  # LL424
        super().compile()
        self.first, self.second = first, second


class Trainer:
    settings = {"optimizer": "adam", "loss": "mse"}

    def __init__(self):
        self.model = Pair()

    def start(self):
        self.model.compile(**self.settings)

import keras


class Contrastive(keras.Model):
    def compile(self, optimizer, loss_fn=None):
        super().compile(optimizer=optimizer)
        self.loss_fn = loss_fn

    def call(self, x):
        return x


def prepare(model, **more):
    model.compile(optimizer="sgd", **more)


def experiment(x, y, plain):
    prepare(Contrastive(), loss_fn=None)
    prepare(keras.Sequential([keras.layers.Dense(1)]), loss="mse")
    plain.compile("adam", "mse", metrics=["mae"])


# %% a mapping that has what is taken, and one that is filled in
class Pair(keras.Model):
    def compile(self, first, second):
        super().compile()
        self.first, self.second = first, second


def start(extra):
    settings = dict(first="adam", second="sgd")
    pair = Pair()
    pair.compile(**settings)
    more = {"first": "adam"}
    more["second"] = extra
    pair.compile(**more)


# %% a function that asks which model it has
class Own(keras.Model):
    def compile(self, optimizer):
        super().compile(optimizer=optimizer)


def ready(model):
    if isinstance(model, Own):
        model.compile("adam")
    else:
        model.compile("adam", "mse")


ready(Own())

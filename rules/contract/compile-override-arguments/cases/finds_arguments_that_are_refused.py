from tensorflow import keras


# %% a keyword of Keras
class Net(keras.Model):
    def compile(self, optimizer, loss_fn):  # LL424
        super().compile(optimizer)
        self.loss_fn = loss_fn


net = Net()
net.compile(optimizer="adam", loss_fn=abs, metrics=["mae"])


# %% in a function
class Net(keras.Model):
    def compile(self, optimizer):  # LL424
        super().compile(optimizer)


def make():
    model = Net()
    model.compile("adam", "mse")
    return model


# %% another name
class Net(keras.Model):
    def compile(self, optimizer, loss_fn=None):  # LL424
        super().compile(optimizer)


def make():
    model = Net(name="net")
    model.compile("adam", loss="mse")
    return model


# %% the second call
class Net(keras.Model):
    def compile(self, optimizer):  # LL424
        super().compile(optimizer)


def make():
    model = Net()
    model.compile("adam")
    model.compile("adam", jit_compile=True)
    return model


# %% one too few
class Pair(keras.Model):
    def compile(self, first_optimizer, second_optimizer, **kwargs):
        super().compile(**kwargs)
        self.first_optimizer = first_optimizer
        self.second_optimizer = second_optimizer


def run():
    model = Pair()
    model.compile(keras.optimizers.SGD(), loss="mse")  # LL424
    return model

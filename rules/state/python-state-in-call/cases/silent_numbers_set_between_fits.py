import tensorflow as tf


class Coder(tf.keras.Model):
    def __init__(self, core, **kwargs):
        super().__init__(**kwargs)
        self.core = core
        self.beta = 0.0

    def call(self, x):
        code = self.core(x)
        self.add_loss(self.beta * tf.reduce_mean(tf.square(code)))
        return code


# %% compiled for each
def train(coder, x):
    for beta in (0.0, 0.5, 1.0):
        coder.beta = beta
        coder.compile("adam", "mse")
        coder.fit(x, x)


# %% a new one for each
def train(core, x):
    for beta in (0.0, 0.5, 1.0):
        coder = Coder(core)
        coder.beta = beta
        coder.compile("adam", "mse")
        coder.fit(x, x)


# %% once, before
def train(coder, x):
    coder.beta = 0.5
    for _ in range(3):
        coder.fit(x, x)


# %% another object
def train(coder, told, x):
    for epoch in range(3):
        told.beta = epoch
        coder.fit(x, x)

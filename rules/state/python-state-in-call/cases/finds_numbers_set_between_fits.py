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


# %% an epoch at a time
def train(core, x):
    coder = Coder(core)
    coder.compile("adam", "mse")
    for epoch in range(10):
        coder.beta = epoch / 10  # LL207
        coder.fit(x, x, epochs=1)


# %% counted up
def train(coder, x):
    while coder.beta < 1:
        coder.beta += 0.1  # LL207
        coder.fit(x, x)

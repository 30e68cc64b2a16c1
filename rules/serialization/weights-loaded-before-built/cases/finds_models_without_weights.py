from tensorflow import keras


class Net(keras.Model):
    def __init__(self, width=8, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(width)
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(self.hidden(x))

    def get_config(self):
        return {**super().get_config(), "width": self.hidden.units}


# %% compiled in between
def resume(x):
    net = Net(16)
    net.compile("adam", "mse")
    net.load_weights("net.weights.h5")  # LL515
    return net.predict(x)


# %% at the top level
net = Net()
net.load_weights("net.h5")  # LL515


# %% by keyword
def resume():
    net = Net()
    net.trainable = False
    net.load_weights("net.weights.h5", skip_mismatch=True)  # LL515
    return net

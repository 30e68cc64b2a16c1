from tensorflow import keras


class TideNet(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(4, activation="tanh")
        self.out = keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(self.hidden(inputs))


def restored(hours):
    net = TideNet()
    net(hours[:1])
    net.load_weights("tides.weights.h5")
    return net(hours)

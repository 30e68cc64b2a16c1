import keras


class Ensemble:
    def __init__(self, nets):
        self.nets = nets

    def predict(self, x, training=False):
        return [net(x, training=training) for net in self.nets]


class Experiment:
    def __init__(self, given):
        self.net = Ensemble([keras.Sequential([keras.layers.Dense(1)])])
        self.given = given

    def report(self, x):
        return self.net.predict(x, training=False), self.given.predict(x, training=False)

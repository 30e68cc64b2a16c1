import keras


class Experiment:
    def __init__(self):
        self.net = keras.Sequential([keras.layers.Dropout(0.3), keras.layers.Dense(1)])
        self.net.compile(optimizer="sgd", loss="mse")

    def report(self, x, y):
        return self.net.evaluate(x, y, training=False)  # LL113

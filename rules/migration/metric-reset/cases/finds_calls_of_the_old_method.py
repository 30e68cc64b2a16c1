import keras


# %% in a loop by hand
def train(data):
    mean = keras.metrics.Mean()
    for x in data:
        mean.update_state(x)
    print(mean.result())
    mean.reset_states()  # LL707


# %% kept by a trainer
class Trainer:
    def __init__(self):
        self.accuracy = keras.metrics.SparseCategoricalAccuracy()

    def epoch(self, data):
        for x, y in data:
            self.accuracy.update_state(y, x)
        self.accuracy.reset_states()  # LL707


# %% all of a model
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.body = keras.layers.Dense(3)

    def call(self, x):
        return self.body(x)

    def begin(self):
        for metric in self.metrics:
            metric.reset_states()  # LL707

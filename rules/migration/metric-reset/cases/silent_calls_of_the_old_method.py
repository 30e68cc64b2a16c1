# %% Keras 2 for good
import tf_keras


def train(data):
    mean = tf_keras.metrics.Mean()
    for x in data:
        mean.update_state(x)
    mean.reset_states()


# %% what has either, and what is no metric of Keras
import keras


class Meter:
    def reset_states(self):
        self.total = 0.0


def run(layer, metric):
    meter = Meter()
    meter.reset_states()
    layer.reset_states()
    mean = keras.metrics.Mean()
    if hasattr(mean, "reset_states"):
        mean.reset_states()
    metric.reset_states()

from tensorflow import keras
from tensorflow.keras.callbacks import Callback, LambdaCallback
from tensorflow.keras.layers import BatchNormalization, Dropout, GaussianNoise


# %% a layer that is found by its name
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.get_layer("drop").rate = min(0.5, 0.05 * epoch)  # LL236


# %% the layers of a model, by number
class Schedule(Callback):
    def on_epoch_end(self, epoch, logs={}):
        rate = 0.1 * (epoch + 1)
        self.model.layers[2].rate = rate  # LL236
        print("new rate", self.model.layers[2].rate)


# %% only from some epoch on
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 10:
            for layer in self.model.layers:
                if layer.__class__.__name__ == "Dropout":
                    layer.rate = 0.0  # LL236


# %% a layer that the callback is given
class Anneal(keras.callbacks.Callback):
    def __init__(self, layer, decay=0.95):
        super().__init__()
        self.layer = layer
        self.decay = decay

    def on_train_batch_end(self, batch, logs=None):
        self.layer.stddev *= self.decay  # LL236


noise = GaussianNoise(0.5)
anneal = Anneal(noise)


# %% in a method that the hook calls
class Momentum(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self._set(0.99 if epoch > 5 else 0.9)

    def _set(self, momentum):
        for i, layer in enumerate(self.model.layers):
            if isinstance(layer, (BatchNormalization, Dropout)):
                setattr(layer, "momentum", momentum)  # LL236


# %% in a function of the module
def set_dropout(model, rate):
    for layer in model.layers:
        if "dropout" in layer.name:
            layer.rate = rate  # LL236


class Ramp(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        set_dropout(self.model, epoch / 100)


# %% a callback of one line
def callback(model):
    drop = model.get_layer("drop")
    return LambdaCallback(on_epoch_begin=lambda epoch, logs: setattr(drop, "rate", epoch / 10))  # LL236


# %% a schedule that is kept in the callback
class Curriculum(Callback):
    def __init__(self):
        super().__init__()
        self.rate = 0.0

    def on_epoch_end(self, epoch, logs=None):
        self.rate = self.rate + 0.01
        self.model.dropout.rate = self.rate  # LL236


# %% layers that were looked for before
class Curriculum(Callback):
    def on_train_begin(self, logs=None):
        self.found = [each for each in self.model.layers if isinstance(each, Dropout)]

    def on_epoch_begin(self, epoch, logs=None):
        for each in self.found:
            each.rate = 0.5 * epoch / 20  # LL236


# %% from what it was
class Decay(Callback):
    def on_epoch_end(self, epoch, logs=None):
        for layer in self.model.layers:
            if isinstance(layer, Dropout):
                layer.rate = layer.rate * 0.9  # LL236

from tensorflow import keras

# %% at the end
class Print(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(logs["loss"])


# %% what old versions tell of a batch
class Watch(keras.callbacks.Callback):
    def on_batch_begin(self, batch, logs=None):
        print(logs.get("size"))


# %% what the method puts in itself
class Rate(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        logs = logs or {}
        logs["rate"] = float(self.model.optimizer.learning_rate)
        print(logs["rate"])


# %% logs of its own
class Last(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        logs = self.last
        print(logs["loss"])

    def on_epoch_end(self, epoch, logs=None):
        self.last = dict(logs)


# %% a loop of the project's own that fills them
class Step(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        print(logs["rate"])


def run(callbacks, epochs):
    for epoch in range(epochs):
        for callback in callbacks:
            callback.on_epoch_begin(epoch, {"rate": 0.1 / (epoch + 1)})


# %% no callback of Keras
class Trainer:
    def on_epoch_begin(self, epoch, logs=None):
        print(logs["loss"])

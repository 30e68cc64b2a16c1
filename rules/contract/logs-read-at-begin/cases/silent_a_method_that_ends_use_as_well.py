from tensorflow import keras


class Report(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.lines = []

    def _write(self, epoch, logs):
        self.lines.append((epoch, (logs or {}).get("loss")))

    def on_epoch_begin(self, epoch, logs=None):
        self._write(epoch, logs)

    def on_epoch_end(self, epoch, logs=None):
        self._write(epoch, logs)


class Copies(keras.callbacks.Callback):
    def _of(self, logs):
        logs = dict(loss=0.0)
        return logs["loss"]

    def on_epoch_begin(self, epoch, logs=None):
        print(self._of(logs))

import keras


class Drift(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.before = [each.numpy() for each in self.model.trainable_variables]

    def on_epoch_end(self, epoch, logs=None):
        moved = 0.0
        for old, new in zip(self.before, self.model.trainable_variables):
            moved += float(keras.ops.sum(keras.ops.abs(new - old)))
        print(moved)

from tensorflow import keras


class Often(keras.callbacks.Callback):
    def __init__(self, x, y, every):
        super().__init__()
        self.x = x
        self.y = y
        self.every = every
        self.seen = []

    def on_train_batch_end(self, batch, logs=None):
        if batch % self.every == self.every - 1:
            predicted = self.model.predict_on_batch(self.x)
            self.seen.append(float(((predicted - self.y) ** 2).mean()))


class Net(keras.Sequential):
    pass

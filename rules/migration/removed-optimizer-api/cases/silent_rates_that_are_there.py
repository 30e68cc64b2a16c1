# %% the name that both generations have
import keras


class Cosine(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = 0.1 / (epoch + 1)


# %% Keras 2
import tf_keras


class Cosine(tf_keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.lr = 0.1 / (epoch + 1)


# %% a rate of one's own
import keras


class Own(keras.callbacks.Callback):
    def __init__(self, lr):
        super().__init__()
        self.lr = lr

    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = self.lr


# %% a trainer that is no callback
class Trainer:
    def __init__(self, model):
        self.model = model

    def rate(self):
        return self.model.optimizer.lr


# %% it asks first
import keras


class Careful(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if hasattr(self.model.optimizer, "lr"):
            self.model.optimizer.lr = 0.1

from tensorflow import keras

# %% when the training is over


class Ready(keras.callbacks.Callback):
    def on_train_end(self, logs=None):
        self.model.compile("sgd", "mse")


# %% another model


class Student(keras.callbacks.Callback):
    def __init__(self, student):
        super().__init__()
        self.student = student

    def on_epoch_end(self, epoch, logs=None):
        self.student.compile("sgd", "mse")


# %% the step is made anew


class Again(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 3:
            self.model.compile("sgd", "mse")
            self.model.make_train_function(force=True)


# %% the training is stopped


class Enough(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs["loss"] < 0.1:
            self.model.compile("sgd", "mse")
            self.model.stop_training = True


# %% a method that no hook calls


class Handy(keras.callbacks.Callback):
    def restart(self):
        self.model.compile("sgd", "mse")

    def on_epoch_end(self, epoch, logs=None):
        print(epoch)

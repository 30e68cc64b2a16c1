from tensorflow import keras
from tensorflow.keras.callbacks import Callback


# %% at the end of an epoch
class Each(Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(self.model.evaluate(self.data, verbose=0))


# %% predictions leave the metrics alone
class Often(Callback):
    def on_train_batch_end(self, batch, logs=None):
        self.seen.append(self.model.predict_on_batch(self.x))


# %% another model
class Teacher(Callback):
    def on_train_batch_end(self, batch, logs=None):
        self.seen.append(self.teacher.evaluate(self.data))


# %% a batch of the evaluation
class Told(Callback):
    def on_test_batch_end(self, batch, logs=None):
        print(batch)

    def on_train_end(self, logs=None):
        self.model.evaluate(self.data)


# %% no callback
class Loop:
    def on_train_batch_end(self, batch):
        return self.model.evaluate(self.data)

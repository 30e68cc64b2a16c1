from tensorflow import keras
from tensorflow.keras.models import Sequential


# %% a model that is made here
def run(batches):
    model = Sequential([keras.layers.LSTM(4, stateful=True), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit_generator(batches, steps_per_epoch=3)  # LL703
    model.reset_states()  # LL703
    return model.predict_generator(batches)  # LL703


# %% a functional one
inputs = keras.Input((3,))
model = keras.Model(inputs, keras.layers.Dense(1)(inputs))
print(model.to_yaml())  # LL703


# %% the model of a callback
class Forget(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.reset_states()  # LL703


# %% of a sequential base
class Reader(keras.Sequential):
    def forget(self):
        self.reset_states()  # LL703

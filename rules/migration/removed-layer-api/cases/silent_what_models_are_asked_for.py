import tf_keras
from tensorflow import keras


# %% layers have it
def run(batch):
    layer = keras.layers.LSTM(4, stateful=True)
    model = keras.Sequential([layer, keras.layers.Dense(1)])
    model.predict(batch)
    layer.reset_states()
    for layer in model.layers:
        if hasattr(layer, "reset_states"):
            layer.reset_states()


# %% a model of Keras 2
model = tf_keras.Sequential([tf_keras.layers.Dense(1)])
model.fit_generator(iter([]))


# %% what is passed
def run(model, batches):
    model.fit_generator(batches)


# %% asked for first
model = keras.Sequential([keras.layers.Dense(1)])
if hasattr(model, "fit_generator"):
    model.fit_generator(iter([]))


# %% a model of its own
class Reader(keras.Model):
    def reset_states(self):
        self.state = None


class Forget(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.reset_states()

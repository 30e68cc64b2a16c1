import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(3, activation="softmax")])
accuracy = keras.metrics.Accuracy()


# %% a name, by which Keras chooses, and a metric that takes probabilities
metrics = ["accuracy", "Accuracy", keras.metrics.CategoricalAccuracy()]
model.compile("adam", "categorical_crossentropy", metrics=metrics)


# %% classes of a loop
def step(x, y):
    predicted = model(x)
    accuracy.update_state(y, tf.argmax(predicted, axis=-1))
    accuracy.update_state(y, tf.cast(predicted > 0.5, tf.int32))
    predicted = keras.ops.argmax(predicted, -1)
    accuracy(y, predicted)


# %% a model that gives classes
hard = keras.Sequential([layers.Dense(1, activation="sigmoid"), layers.Lambda(tf.round)])
hard.compile("adam", "mse", metrics=[keras.metrics.Accuracy()])


# %% an end that is not seen
def prepare(model):
    model.compile("adam", "mse", metrics=[keras.metrics.Accuracy()])


# %% a metric of one's own by that name
class Accuracy(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits = keras.ops.argmax(y_pred, -1) == y_true

    def result(self):
        return self.hits


model.compile("adam", "categorical_crossentropy", metrics=[Accuracy()])

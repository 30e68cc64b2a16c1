import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% the activation of a layer

model = keras.Sequential()
model.add(layers.Dense(16, activation="relu"))
model.add(layers.Dense(1, "softmax"))  # LL429

# %% a function

out = layers.Dense(units=1, activation=tf.nn.softmax)  # LL429

# %% the scores of an attention


class Pool(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(16, activation="tanh")
        self.score = layers.Dense(1)

    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.score.build((*input_shape[:-1], 16))

    def call(self, x):
        scores = self.score(self.hidden(x))
        share = tf.nn.softmax(scores)  # LL429
        return tf.reduce_sum(share * x, axis=1)


# %% a layer after the other

inputs = keras.Input((7, 3))
scores = layers.Dense(1)(inputs)
share = layers.Activation("softmax")(scores)  # LL429
also = layers.Softmax()(layers.Dense(1)(inputs))  # LL429

# %% noise in training
import keras
from keras import backend as K


class Jitter(keras.layers.Layer):
    def call(self, wave):
        noisy = wave + keras.random.normal(keras.ops.shape(wave), stddev=0.01)
        return K.in_train_phase(noisy, wave)  # LL705


# %% the flag of the backend of tf.keras
import tensorflow as tf


class ItemDropout(tf.keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, items):
        if tf.keras.backend.learning_phase():  # LL705
            return tf.nn.dropout(items, self.rate)
        return items


# %% imported by its name
from tensorflow.keras.backend import learning_phase  # LL705
from tensorflow.keras.layers import Layer


class Temperature(Layer):
    def call(self, logits):
        return logits / 2.0 if learning_phase() else logits


# %% the mode of the whole program
from tensorflow import keras
from tensorflow.keras import backend as K

K.set_learning_phase(0)  # LL705


class Frozen(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()

    def call(self, x):
        return self.norm(x)

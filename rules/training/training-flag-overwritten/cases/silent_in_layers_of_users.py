# %% a condition that is added by and
import keras
from keras import ops


class NoisyGate(keras.layers.Layer):
    def __init__(self, deviation=0.1, **kwargs):
        super().__init__(**kwargs)
        self.deviation = deviation
        self.seed = keras.random.SeedGenerator()

    def call(self, logits, training=None):
        training = bool(training) and self.deviation > 0
        if training:
            logits += keras.random.normal(ops.shape(logits), stddev=self.deviation, seed=self.seed)
        return ops.softmax(logits)


# %% a flag that only becomes false
import tensorflow as tf


class SpecDrop(tf.keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, frames, training=None):
        if self.rate == 0.0:
            training = False
        return tf.nn.dropout(frames, self.rate) if training else frames


# %% the frozen layer is in inference
from tensorflow import keras


class Backbone(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()

    def call(self, images, training=None):
        if not self.trainable:
            training = False
        return self.norm(images, training=training)


# %% the learning phase of Keras 2 where no flag is given
import tensorflow as tf
from tensorflow.keras import backend as K


class GaussianDropout(tf.keras.layers.Layer):
    def call(self, inputs, training=None):
        if training is None:
            training = K.learning_phase()
        return K.in_train_phase(inputs * tf.random.normal(tf.shape(inputs), 1.0), inputs, training)

# %% printing shapes of attention
import keras
from keras import ops


class Attention(keras.layers.Layer):
    def call(self, query, key):
        scores = ops.matmul(query, ops.transpose(key, (0, 2, 1)))
        print("scores:", scores)  # LL305
        return ops.softmax(scores)


# %% a logger of the module, in a helper
import logging
import tensorflow as tf

logger = logging.getLogger(__name__)


class Quantizer(tf.keras.layers.Layer):
    def _usage(self, codes):
        used = tf.size(tf.unique(tf.reshape(codes, [-1]))[0])
        logger.info("codes in use: %s", used)  # LL305
        return used

    def call(self, codes):
        return codes, self._usage(codes)


# %% the clock of a model
import time
from tensorflow import keras


class Timed(keras.Model):
    def __init__(self, body):
        super().__init__()
        self.body = body
        self.seconds = 0.0

    def call(self, inputs, training=None):
        started = time.perf_counter()  # LL305
        outputs = self.body(inputs, training=training)
        self.seconds = time.perf_counter() - started  # LL305
        return outputs


# %% a warning that depends on the mode
import warnings
from keras import layers, ops


class SafeLog(layers.Layer):
    def __init__(self, floor=1e-7, **kwargs):
        super().__init__(**kwargs)
        self.floor = floor

    def call(self, spectrogram, training=None):
        if not training:
            warnings.warn("clipping the spectrogram in inference")  # LL305
        return ops.log(ops.maximum(spectrogram, self.floor))


# %% a file of item ids
import tensorflow as tf


class Audit(tf.keras.layers.Layer):
    def __init__(self, path, **kwargs):
        super().__init__(**kwargs)
        self.path = path

    def call(self, ids):
        with open(self.path, "a", encoding="utf-8") as file:  # LL305
            file.write(str(ids))
        return ids

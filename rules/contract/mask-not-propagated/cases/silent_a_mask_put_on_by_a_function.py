import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.layers import LSTM, Dense, Embedding, Input, Layer
from tensorflow.keras.models import Model


def apply_mask(values, mask):
    if mask is None:
        return values
    m = K.expand_dims(K.cast(mask, K.floatx()), axis=-1)
    return values * m


class StepGate(Layer):
    """A learned gate for each feature, padding stays zero."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        self.g = self.add_weight(name="g", shape=(int(input_shape[-1]),), initializer="ones")

    def call(self, inputs, mask=None):
        gated = inputs * K.sigmoid(self.g)
        return apply_mask(gated, mask)


def tagger():
    ids = Input((None,))
    x = Embedding(20, 6, mask_zero=True)(ids)
    x = StepGate()(x)
    x = LSTM(5)(x)
    return Model(ids, Dense(1)(x))

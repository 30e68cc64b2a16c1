import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% the mask is read


class Pool(layers.Layer):
    supports_masking = True

    def call(self, x, mask=None):
        if mask is not None:
            x = x * tf.cast(mask, x.dtype)[..., None]
        return tf.reduce_sum(x, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None


# %% nothing is masked

model = keras.Sequential(
    [layers.Embedding(9, 4), layers.Lambda(lambda x: tf.reduce_mean(x, axis=1))]
)
other = layers.Embedding(9, 4, mask_zero=True)

# %% the mask ends before

model = keras.Sequential(
    [
        layers.Embedding(9, 4, mask_zero=True),
        layers.LSTM(4),
        layers.Lambda(lambda x: tf.reduce_mean(x, axis=1)),
    ]
)

# %% another axis, and the layer that knows masks

model = keras.Sequential(
    [
        layers.Embedding(9, 4, mask_zero=True),
        layers.Lambda(lambda x: tf.reduce_mean(x, axis=-1, keepdims=True)),
        layers.GlobalAveragePooling1D(),
    ]
)


# %% a layer without steps that says so


class Norm(layers.Layer):
    supports_masking = True

    def call(self, x, mask=None):
        return x - tf.reduce_mean(x, axis=-1, keepdims=True)

    def compute_mask(self, inputs, mask=None):
        return mask

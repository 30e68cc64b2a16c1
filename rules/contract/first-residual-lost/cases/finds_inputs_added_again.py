import keras
import tensorflow as tf
from keras import layers, ops

# %% normalized before, in a layer


class PreNorm(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)
        self.ffn = keras.Sequential([layers.Dense(16), layers.Dense(8)])
        self.norm1 = layers.LayerNormalization()
        self.norm2 = layers.LayerNormalization()
        self.drop = layers.Dropout(0.1)

    def call(self, x, training=None):
        normed = self.norm1(x)
        y = x + self.drop(self.mha(normed, normed), training=training)
        z = self.ffn(self.norm2(y))
        return x + self.drop(z, training=training)  # LL441


# %% functions in the place of operators, a mask, the scores


class Post(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attention = layers.MultiHeadAttention(2, 4)
        self.dense = layers.Dense(8)
        self.norm = layers.LayerNormalization()

    def call(self, inputs, mask=None):
        out, scores = self.attention(
            query=inputs, value=inputs, attention_mask=mask, return_attention_scores=True
        )
        out = ops.add(out, inputs)
        out = self.dense(self.norm(out))
        return ops.add(out, inputs), scores  # LL441


# %% a function that puts blocks together in a loop


def encoder(length, depth):
    inputs = keras.Input((length, 8))
    x = inputs
    for _ in range(depth):
        y = layers.MultiHeadAttention(2, 4)(x, x)
        y = layers.Dropout(0.1)(y)
        y = layers.Add()([x, y])
        y = layers.LayerNormalization()(y)
        z = layers.Dense(16, activation="relu")(y)
        z = layers.Dense(8)(z)
        z = layers.Add()([x, z])  # LL441
        x = layers.LayerNormalization()(z)
    return keras.Model(inputs, x)


# %% two attentions: what the first gave is lost to the second


class Decoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.self_attention = layers.MultiHeadAttention(2, 4)
        self.cross_attention = layers.MultiHeadAttention(2, 4)
        self.norm1 = layers.LayerNormalization()
        self.norm2 = layers.LayerNormalization()

    def call(self, x, memory):
        a = self.norm1(tf.add(x, self.self_attention(x, x, use_causal_mask=True)))
        b = self.cross_attention(a, memory)
        return self.norm2(tf.add(x, b))  # LL441

from tensorflow import keras
from tensorflow.keras import layers

keras.mixed_precision.set_global_policy("mixed_bfloat16")

WORDS = 5000


class Words(layers.Layer):
    def __init__(self, words=WORDS, size=8, **kwargs):
        super().__init__(**kwargs)
        self.words = words
        self.size = size
        self.table = layers.Embedding(words, size)

    def call(self, ids):
        return self.table(ids)

    def get_config(self):
        return {**super().get_config(), "words": self.words, "size": self.size}


def classifier(length=4):
    ids = keras.Input((length,), dtype="int32")
    x = Words(name="words")(ids)
    x = layers.GlobalAveragePooling1D()(x)
    return keras.Model(ids, layers.Dense(2, dtype="float32")(x))

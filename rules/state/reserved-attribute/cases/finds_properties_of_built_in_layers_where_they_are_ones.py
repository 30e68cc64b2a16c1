# %% layers.LSTM-self.units = 4-packages0
import keras


class Block(keras.layers.LSTM):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.units = 4  # LL212

    def call(self, x):
        return x


# %% layers.LSTM-self.units = 4-packages0
import tf_keras


class Block(tf_keras.layers.LSTM):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.units = 4  # LL212

    def call(self, x):
        return x


# %% layers.GRU-self.activation = value-packages1
import keras


class Block(keras.layers.GRU):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.activation = value  # LL212

    def call(self, x):
        return x


# %% layers.GRU-self.activation = value-packages1
import tf_keras


class Block(tf_keras.layers.GRU):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.activation = value  # LL212

    def call(self, x):
        return x


# %% layers.Dense-self.kernel = value-packages2
import keras


class Block(keras.layers.Dense):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.kernel = value  # LL212

    def call(self, x):
        return x


# %% layers.Conv2D-self.kernel = value-packages3
import keras


class Block(keras.layers.Conv2D):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.kernel = value  # LL212

    def call(self, x):
        return x


# %% layers.Embedding-self.embeddings = value-packages4
import keras


class Block(keras.layers.Embedding):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.embeddings = value  # LL212

    def call(self, x):
        return x


# %% layers.MultiHeadAttention-self.num_heads = 4-packages5
import keras


class Block(keras.layers.MultiHeadAttention):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = 4  # LL212

    def call(self, x):
        return x

import tf_keras


# %% layers.Dense-self.kernel = value-packages2
class Block(tf_keras.layers.Dense):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.kernel = value

    def call(self, x):
        return x


# %% layers.Conv2D-self.kernel = value-packages3
class Block(tf_keras.layers.Conv2D):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.kernel = value

    def call(self, x):
        return x


# %% layers.Embedding-self.embeddings = value-packages4
class Block(tf_keras.layers.Embedding):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.embeddings = value

    def call(self, x):
        return x


# %% layers.MultiHeadAttention-self.num_heads = 4-packages5
class Block(tf_keras.layers.MultiHeadAttention):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = 4

    def call(self, x):
        return x

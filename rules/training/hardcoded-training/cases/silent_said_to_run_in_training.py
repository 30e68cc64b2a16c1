from tensorflow import keras


# %% a method that says when it is called
class Translator(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embed = keras.layers.Embedding(100, 16)
        self.drop = keras.layers.Dropout(0.1)
        self.dense = keras.layers.Dense(100)

    def call(self, source, target):
        return self.decode(target) + self.dense(self.embed(source))

    def decode(self, target):
        """Logits of all targets. Note that this should be called in training
        mode only; `translate` does the same step by step."""
        return self.dense(self.drop(self.embed(target), training=True))

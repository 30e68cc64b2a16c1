import keras


class _Base(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)

    def call(self, inputs, training=None):
        return self.drop(inputs, training=training)  # LL110


class WordDrop(_Base):
    """Leaves out words while the tagger learns."""

    def call(self, inputs, training=None):
        words, tags = inputs
        options = {"training": True}
        words = super().call(words, **options)
        return words, tags

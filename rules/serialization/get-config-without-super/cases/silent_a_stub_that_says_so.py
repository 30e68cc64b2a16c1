from tensorflow import keras


class Tokens(keras.layers.Layer):
    def __init__(self, vocabulary, lower=True, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary = vocabulary
        self.lower = lower

    def call(self, x):
        return self.vocabulary[x] if self.lower else x

    def get_config(self):
        # Skip in tf.saved_model.save(); fail if called directly.
        return {}

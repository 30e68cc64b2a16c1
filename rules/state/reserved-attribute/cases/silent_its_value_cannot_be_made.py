import keras


# %% `add_weight` raises first, which is reported
class Table(keras.layers.Embedding):
    def build(self, input_shape):
        self.embeddings = self.add_weight(
            name="embeddings",
            shape=(self.input_dim, self.output_dim),
            experimental_autocast=False,
        )
        self.built = True

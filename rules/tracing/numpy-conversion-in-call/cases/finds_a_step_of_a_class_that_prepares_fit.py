from tensorflow import keras


class Embedder(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x)

    def test_step(self, data):
        embeddings = self(data, training=False).numpy()  # LL302
        return {"mean": embeddings.mean()}

    def fit(self, dataset, **options):
        print(self.test_step(next(iter(dataset))))
        return super().fit(dataset, **options)

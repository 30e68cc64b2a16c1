import tensorflow as tf
from tensorflow import keras


class Embedder(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x)

    def test_step(self, data):
        embeddings = self(data, training=False).numpy()
        return embeddings.mean()

    def fit(self, dataset, epochs):
        for epoch in range(epochs):
            for batch in dataset:
                self.train_on_batch(batch)
                print(epoch, self.test_step(batch))

import tensorflow as tf

# %% one order


class Data:
    def __init__(self, x, y):
        self.source = self.load(x, y)

    def load(self, x, y):
        both = tf.data.Dataset.from_tensor_slices((x, y))
        return both.shuffle(1000, seed=42, reshuffle_each_iteration=False)

    def split(self, n):
        validation = self.source.take(n)
        return self.source.skip(n).batch(8), validation.batch(8)

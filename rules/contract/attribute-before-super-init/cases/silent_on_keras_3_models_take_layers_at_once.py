import keras
from keras import layers, ops


class Tower(keras.Model):
    def __init__(self, depth):
        self.blocks = [layers.Dense(8) for _ in range(depth)]
        self.kept = []
        super().__init__()

    def call(self, x):
        for block in self.blocks:
            x = ops.relu(block(x))
        return x

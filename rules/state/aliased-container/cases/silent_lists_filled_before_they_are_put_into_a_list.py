import keras
from keras import layers


# %% filled first
class Tower(keras.Model):
    def __init__(self, depths, **kwargs):
        super().__init__(**kwargs)
        self.stages = []
        for depth in depths:
            stage = []
            for _ in range(depth):
                stage.append(layers.Dense(16))
            self.stages.append(stage)

    def call(self, x):
        for stage in self.stages:
            for layer in stage:
                x = layer(x)
        return x


# %% numbers that nobody has to find
class Sizes(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.sizes = []
        pair = []
        self.sizes.append(pair)
        pair.append(3)

    def call(self, x):
        return x


# %% a layer is no container
class Chain(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.steps = []
        step = layers.Dense(3)
        self.steps.append(step)

    def call(self, x):
        for step in self.steps:
            x = step(x)
        return x

# Run on Keras 3: the model has the variables of `out` alone.
import keras
from keras import layers


# %% a stage of stages
class Tower(keras.Model):
    def __init__(self, depths, **kwargs):
        super().__init__(**kwargs)
        self.stages = []
        for depth in depths:
            stage = []
            self.stages.append(stage)
            for _ in range(depth):
                stage.append(layers.Dense(16))  # LL218
        self.out = layers.Dense(1)

    def call(self, x):
        for stage in self.stages:
            for layer in stage:
                x = layer(x)
        return self.out(x)


# %% a dictionary
class Heads(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.heads = []
        head = {}
        self.heads.append(head)
        head["mean"] = layers.Dense(2)  # LL218
        head["scale"] = layers.Dense(2)

    def call(self, x):
        return self.heads[0]["mean"](x), self.heads[0]["scale"](x)

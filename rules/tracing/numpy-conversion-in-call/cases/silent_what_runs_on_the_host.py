import keras
from keras import ops


# %% a processor with a call of its own
class Preprocessor(keras.layers.Layer):
    def __call__(self, *args, **kwargs):
        return self.call(*args, **kwargs)


class Lengths(Preprocessor):
    def call(self, texts=None, mask=None):
        mask = ops.convert_to_tensor(mask)
        return [int(ops.sum(mask[i])) for i in range(len(texts))]


# %% made and run between tensors whose values are asked for
class Suppression(keras.layers.Layer):
    def call(self, scores):
        order = ops.argsort(-scores)
        return [int(order[rank]) for rank in range(4)]


def detect(outputs):
    keep = Suppression()
    found = keep(outputs["scores"])
    return found, int(ops.sum(outputs["scores"]))


# %% numbers are what it is called with
class Grid(keras.layers.Layer):
    def call(self, height, width, frames=1):
        height, width = int(height), int(width)
        return ops.reshape(ops.arange(height * width), (height, width))

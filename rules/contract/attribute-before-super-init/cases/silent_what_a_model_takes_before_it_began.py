# Run on Keras 2: each of these can be made.
import tf_keras as keras
from tf_keras import layers


# %% numbers, text, tensors of the graph, a list of more than layers
class Digits(keras.Model):
    def __init__(self, classes, shape):
        self.classes = classes
        self.widths = [8, 16]
        self.kept = None
        self.parts = [layers.Dense(1), 3]
        self._make_graph(shape)
        super().__init__(self.image, self.probabilities)

    def _make_graph(self, shape):
        self.image = layers.Input(shape)
        flat = layers.Flatten()(self.image)
        self.probabilities = layers.Dense(self.classes, activation="softmax")(flat)


# %% a method that runs when the base has run
class Tower(keras.Model):
    def __init__(self, depth):
        self.depth = depth
        super().__init__()
        self.blocks = []
        self._make()

    def _make(self):
        self.ends = [layers.Dense(1)]


# %% a layer takes layers at any time
class Block(layers.Layer):
    def __init__(self, width):
        self.parts = []
        self._make(width)
        super().__init__()

    def _make(self, width):
        self.dense = layers.Dense(width)


# %% what runs only where somebody asks for it
class Lazy(keras.Model):
    def __init__(self, width, eager=False):
        self.width = width
        if eager:
            self._make()
        super().__init__()
        self.make = lambda: self._make()

    def _make(self):
        if not hasattr(self, "dense"):
            self.dense = layers.Dense(self.width)


# %% names of the graph
class Graph(keras.Model):
    def __init__(self, width):
        image = layers.Input((width,))
        features = layers.Dense(width)(image)
        super().__init__(image, features)
        self.features = keras.Model(image, features)

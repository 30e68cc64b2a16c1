# Run: each model of Keras 2 raises `RuntimeError` at the first line that is marked.
import tf_keras as keras
from tf_keras import layers


# %% a method makes the graph, and keeps a part of it
class Digits(keras.Model):
    def __init__(self, classes, shape):
        self.classes = classes
        self.make_graph(shape)
        super().__init__(self.image, self.probabilities)

    def make_graph(self, shape):
        self.image = layers.Input(shape)
        flat = layers.Flatten()(self.image)
        self.features = keras.Model(self.image, flat)  # LL402
        self.probabilities = layers.Dense(self.classes, activation="softmax")(flat)


# %% a list, a comprehension, a dictionary
class Tower(keras.Model):
    def __init__(self, depth):
        self.blocks = [layers.Dense(8) for _ in range(depth)]  # LL402
        self.ends = {"mean": layers.Dense(1), "scale": layers.Dense(1)}  # LL402
        self.norms = [layers.LayerNormalization(), layers.LayerNormalization()]  # LL402
        super().__init__()


# %% an empty list that is to be filled
class Stack(keras.Model):
    def __init__(self, depth, **kwargs):
        self.stages = []  # LL402
        for _ in range(depth):
            self.stages.append(layers.Dense(8))
        super(Stack, self).__init__(**kwargs)


# %% by a name, and within a method that another one runs
class Pair(keras.Model):
    def __init__(self):
        left = layers.Dense(2)
        self.left = left  # LL402
        self._set_up()
        super().__init__()

    def _set_up(self):
        self.width = 2
        self._make_right()

    def _make_right(self):
        with keras.backend.name_scope("right"):
            self.right = layers.Dense(self.width)  # LL402

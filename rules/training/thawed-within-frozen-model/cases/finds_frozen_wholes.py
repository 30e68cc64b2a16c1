from tensorflow import keras


# %% a loop that decides by name
def tune(path):
    model = keras.models.load_model(path)
    model.trainable = False  # LL131
    thaw = False
    for layer in model.layers:
        if layer.name == "block5":
            thaw = True
        layer.trainable = thaw
    model.compile("adam", "mse")
    return model


# %% by index
def tune(model, data):
    model.trainable = False  # LL131
    model.layers[-1].trainable = True
    model.layers[-2].trainable = True
    model.compile("adam", "mse")
    model.fit(data)


# %% a base that is a layer of another model
def classifier():
    base = keras.applications.ResNet50(include_top=False, weights=None)
    base.trainable = False  # LL131
    for layer in base.layers[140:]:
        layer.trainable = True
    inputs = keras.Input((64, 64, 3))
    return keras.Model(inputs, keras.layers.GlobalAveragePooling2D()(base(inputs)))


# %% with a counter
def tune(model, data):
    model.trainable = False  # LL131
    for index, layer in enumerate(model.layers):
        layer.trainable = index > 10
    model.compile("adam", "mse")


# %% by name
def tune(model, data):
    model.trainable = False  # LL131
    model.get_layer("head").trainable = True
    model.compile("adam", "mse")
    model.fit(data)


# %% an attribute
class Tuner:
    def thaw(self):
        self.net.trainable = False  # LL131
        for layer in self.net.layers[-3:]:
            layer.trainable = True
        self.net.compile("adam", "mse")


# %% frozen by the constructor, as a layer of another model
class Tuner:
    def __init__(self, base):
        self.base = base
        self.base.trainable = False  # LL131
        inputs = keras.Input((16,))
        self.model = keras.Model(inputs, keras.layers.Dense(2)(self.base(inputs)))

    def tune(self, x, y):
        for layer in self.base.layers[-2:]:
            layer.trainable = True
        self.model.compile("adam", "mse")
        self.model.fit(x, y)


# %% frozen by the constructor, and trained itself
class Tuner:
    def __init__(self, model):
        self.model = model
        self.model.trainable = False  # LL131

    def tune(self, x, y):
        self.model.layers[-1].trainable = True
        self.model.compile("adam", "mse")
        self.model.fit(x, y)


# %% as the first of a stack, some of its blocks by their names
import tensorflow as tf

trunk = tf.keras.applications.VGG16(include_top=False, weights=None)
trunk.trainable = False  # LL131
for block in trunk.layers:
    if block.name.startswith("block5"):
        block.trainable = True
stack = tf.keras.Sequential([trunk, tf.keras.layers.GlobalAveragePooling2D()])
stack.add(tf.keras.layers.Dense(3))


# %% added to a stack
import tensorflow as tf


def tuned(classes):
    trunk = tf.keras.applications.ResNet50(include_top=False, weights=None, pooling="avg")
    trunk.trainable = False  # LL131
    for block in trunk.layers[-10:]:
        block.trainable = True
    stack = tf.keras.Sequential()
    stack.add(trunk)
    stack.add(tf.keras.layers.Dense(classes))
    return stack

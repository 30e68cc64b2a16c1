from tensorflow import keras


# %% the model is trainable
def tune(model):
    model.trainable = True
    for layer in model.layers[:-3]:
        layer.trainable = False
    model.compile("adam", "mse")


# %% thawed as a whole later
def tune(model, data):
    model.trainable = False
    model.compile("adam", "mse")
    model.fit(data)
    model.trainable = True
    for layer in model.layers[-3:]:
        layer.trainable = True
    model.compile("adam", "mse")


# %% its layers are those of a new model
def classifier():
    base = keras.applications.ResNet50(include_top=False, weights=None)
    base.trainable = False
    for layer in base.layers[-10:]:
        layer.trainable = True
    head = keras.layers.Dense(3)(base.output)
    model = keras.Model(base.input, head)
    model.compile("adam", "mse")
    return model


# %% only frozen
def tune(model, data):
    model.trainable = False
    for layer in model.layers:
        layer.trainable = False
    model.compile("adam", "mse")


# %% layers of another model
def tune(base, model):
    base.trainable = False
    for layer in model.layers[-3:]:
        layer.trainable = True
    base(keras.Input((3,)))
    model.compile("adam", "mse")


# %% frozen after the layers were thawed
def tune(model):
    for layer in model.layers[-3:]:
        layer.trainable = True
    model.compile("adam", "mse")
    model.trainable = False


# %% thawed as a whole by another method
class Tuner:
    def __init__(self, base):
        self.base = base
        self.base.trainable = False
        inputs = keras.Input((16,))
        self.model = keras.Model(inputs, keras.layers.Dense(2)(self.base(inputs)))

    def thaw(self):
        self.base.trainable = True

    def tune(self, x, y):
        for layer in self.base.layers[-2:]:
            layer.trainable = True
        self.model.compile("adam", "mse")


# %% an argument of the constructor, and an attribute of that name elsewhere
class Tuner:
    def __init__(self, base):
        base.trainable = False
        self.model = keras.Sequential([base, keras.layers.Dense(2)])

    def tune(self, base):
        for layer in base.layers[-2:]:
            layer.trainable = True
        return base(keras.Input((16,)))

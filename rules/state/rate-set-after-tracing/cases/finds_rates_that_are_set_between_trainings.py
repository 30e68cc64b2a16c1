import tensorflow as tf
from tensorflow import keras


# %% a loop over calls of fit
def search(model, x, y):
    model.compile("adam", "mse")
    for rate in (0.1, 0.3, 0.5):
        model.get_layer("drop").rate = rate  # LL236
        model.fit(x, y, epochs=5)


# %% a layer by its own name
def train(x, y, epochs):
    inputs = keras.Input((8,))
    drop = keras.layers.Dropout(0.1)
    model = keras.Model(inputs, keras.layers.Dense(1)(drop(inputs)))
    model.compile("adam", "mse")
    for epoch in range(epochs):
        drop.rate = 0.5 * epoch / epochs  # LL236
        for start in range(0, len(x), 32):
            model.train_on_batch(x[start : start + 32], y[start : start + 32])


# %% all dropout, after the first stage
def stages(model, x, y):
    model.compile("adam", "mse")
    model.fit(x, y, epochs=10)
    for layer in model.layers:
        if isinstance(layer, keras.layers.Dropout):
            layer.rate = 0.5  # LL236
    model.fit(x, y, epochs=10)


# %% a model that a class holds
class Trainer:
    def __init__(self, model):
        self.model = model
        self.model.compile("adam", "mse")

    def run(self, x, y):
        rate = 0.0
        while rate < 0.5:
            for layer in self.model.layers:
                if hasattr(layer, "rate"):
                    layer.rate = rate  # LL236
            self.model.fit(x, y)
            rate += 0.1


# %% from some epoch on
def stages(model, x, y):
    model.compile("adam", "mse")
    for epoch in range(20):
        if epoch > 10:
            model.layers[1].rate = 0.5  # LL236
        model.fit(x, y, epochs=1)

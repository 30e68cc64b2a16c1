from tensorflow import keras


# %% the base is thawed
def tune(train):
    base = keras.applications.MobileNetV2(include_top=False, weights=None, pooling="avg")
    base.trainable = False
    image = keras.Input((96, 96, 3))
    model = keras.Model(image, keras.layers.Dense(4)(base(image)))
    model.compile("adam", "mse")
    model.fit(train, epochs=3)
    base.trainable = True  # LL125
    model.fit(train, epochs=3)


# %% the model itself
def tune(model, x, y):
    model.compile("adam", "mse")
    history = model.fit(x, y)
    model.trainable = True  # LL125
    return history, model.fit(x, y)


# %% its layers, in a loop
def tune(model, x, y):
    model.fit(x, y)
    for layer in model.layers[-3:]:
        layer.trainable = True  # LL125
    model.fit(x, y)


# %% in a sequence
def tune(base, x, y):
    model = keras.Sequential([base, keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y)
    base.trainable = True  # LL125
    model.fit(x, y)


# %% an attribute
class Tuner:
    def run(self, x, y):
        self.model.fit(x, y)
        for layer in self.model.backbone.layers:
            layer.trainable = True  # LL125
        self.model.fit(x, y)

from tensorflow import keras


# %% compiled each time
def search(model, x, y):
    for rate in (0.1, 0.3, 0.5):
        model.get_layer("drop").rate = rate
        model.compile("adam", "mse")
        model.fit(x, y, epochs=5)


# %% another model each time
def search(make, x, y):
    for rate in (0.1, 0.3, 0.5):
        model = make()
        model.get_layer("drop").rate = rate
        model.fit(x, y, epochs=5)


# %% a function compiles what it is given
def prepare(model):
    model.compile("adam", "mse")


def search(model, x, y):
    for rate in (0.1, 0.3, 0.5):
        model.get_layer("drop").rate = rate
        prepare(model)
        model.fit(x, y, epochs=5)


# %% somebody else's function may compile it
def stages(model, x, y):
    model.fit(x, y, epochs=10)
    model.get_layer("drop").rate = 0.5
    helpers.prepare(model)
    model.fit(x, y, epochs=10)


# %% before all training
def once(model, x, y):
    for layer in model.layers:
        if isinstance(layer, keras.layers.Dropout):
            layer.rate = 0.5
    model.compile("adam", "mse")
    for _ in range(3):
        model.fit(x, y)


# %% after all training, for an export or for samples that are drawn by hand
def export(model, x, y):
    model.fit(x, y)
    model.get_layer("drop").rate = 0.0
    model.save("model.keras")
    for rate in (0.1, 0.2):
        model.get_layer("drop").rate = rate
        print(model(x, training=True))


# %% another model's layer
def transfer(model, other, x, y):
    for epoch in range(3):
        other.get_layer("drop").rate = epoch / 10
        model.fit(x, y)


# %% in the first round, before its first step, and the same in each
def stages(model, rates, x, y):
    model.compile("adam", "mse")
    for epoch in range(20):
        for layer in model.layers:
            if isinstance(layer, keras.layers.Dropout):
                layer.rate = rates[layer.name]
        if epoch == 0:
            model.get_layer("drop").rate = 0.3
        model.fit(x, y, epochs=1)

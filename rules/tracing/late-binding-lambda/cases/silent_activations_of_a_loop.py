from tensorflow.keras import Sequential, layers


def heads(x, scales):
    outputs = []
    for scale in scales:
        head = layers.Dense(int(scale), activation=lambda t: 2 * t)
        outputs.append(layers.Dense(1, activation=lambda t, scale=scale: scale * t)(head(x)))
    return outputs


def by_name(x, names):
    return [layers.Dense(1, activation=name)(x) for name in names]


# %% models that are done with when the variable moves on
def search(x, y, scales):
    for scale in scales:
        model = Sequential([layers.Dense(1, activation=lambda t: scale * t)])
        model.compile("adam", "mse")
        model.fit(x, y)
        print(scale, model.evaluate(x, y))

import keras

# %% the rate is set


def train(x, y):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(1e-3), "mse")
    model.fit(x, y)
    model.optimizer.lr = 1e-5  # LL706
    model.fit(x, y)


# %% the rate is read

net = keras.Sequential([keras.layers.Dense(1)])
net.compile("adam", "mse")
print(float(net.optimizer.lr))  # LL706

from tensorflow import keras

# %% one for each output


def compile_both(model):
    losses = {
        "price": keras.metrics.MeanSquaredError(),  # LL141
        "sold": keras.metrics.BinaryCrossentropy(),  # LL141
    }
    model.compile(keras.optimizers.Adam(), loss=losses)


# %% in a list


def compile_list(model):
    model.compile("adam", loss=["mse", keras.metrics.MeanSquaredError()])  # LL141

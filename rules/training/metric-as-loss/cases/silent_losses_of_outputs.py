from tensorflow import keras

# %% losses, and metrics beside them


def compile_both(model):
    losses = {"price": keras.losses.MeanSquaredError(), "sold": keras.metrics.mean_squared_error}
    watched = {"price": keras.metrics.MeanSquaredError()}
    model.compile(keras.optimizers.Adam(), loss=losses, metrics=watched)

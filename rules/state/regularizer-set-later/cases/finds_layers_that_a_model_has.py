from tensorflow import keras


# %% in a loop over a network
def backbone():
    base = keras.applications.ResNet50(include_top=False, weights=None)
    for layer in base.layers:
        if hasattr(layer, "kernel_regularizer"):
            layer.kernel_regularizer = keras.regularizers.L2(1e-4)  # LL229
    return base


# %% over some of the layers
def decay(model, strength):
    for each in model.layers[:-1]:
        each.bias_regularizer = keras.regularizers.L1(strength)  # LL229


# %% by number
def first(model):
    model.layers[0].kernel_regularizer = keras.regularizers.L2(0.1)  # LL229
    return model


# %% by name
def head(model):
    model.get_layer("head").kernel_regularizer = "l2"  # LL229
    return model


# %% a model that has seen its input
def behind_the_input(units):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(units)])
    for layer in model.layers:
        layer.kernel_regularizer = keras.regularizers.L2(1e-4)  # LL229
    return model

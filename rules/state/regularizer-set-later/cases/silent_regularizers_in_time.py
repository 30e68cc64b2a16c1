from tensorflow import keras


# %% the model is made again
def backbone(base):
    for layer in base.layers:
        layer.kernel_regularizer = keras.regularizers.L2(1e-4)
    again = keras.models.clone_model(base)
    again.set_weights(base.get_weights())
    return again


# %% a layer keeps its own
class Scale(keras.layers.Layer):
    def __init__(self, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=input_shape[-1:], regularizer=self.kernel_regularizer
        )


# %% a layer that is not built yet
def head(units):
    dense = keras.layers.Dense(units)
    dense.kernel_regularizer = keras.regularizers.L2(1e-4)
    return dense


# %% none at all
def plain(model):
    for layer in model.layers:
        layer.kernel_regularizer = None


# %% the activity is asked for at every call
def sparse(model):
    for layer in model.layers:
        layer.activity_regularizer = keras.regularizers.L1(1e-4)


# %% a model that has not seen its input
def before_the_input(units):
    model = keras.Sequential([keras.layers.Dense(units), keras.layers.Dense(1)])
    for layer in model.layers:
        layer.kernel_regularizer = keras.regularizers.L2(1e-4)
    return model

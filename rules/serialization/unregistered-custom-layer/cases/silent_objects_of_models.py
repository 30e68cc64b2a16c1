import keras


# %% nothing that the model was compiled with is loaded
class Squared(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.square(y_true - y_pred)


def roundtrip(model):
    model.compile("sgd", loss=Squared())
    model.save("squared.h5")
    return keras.models.load_model("squared.h5", compile=False)


# %% the loss is called by hand
class Squared(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.square(y_true - y_pred)


def roundtrip(model, x, y):
    loss = Squared()
    print(loss(y, model(x)))
    model.save("squared.keras")
    return keras.models.load_model("squared.keras")


# %% what a layer of one's own makes is no part of its config
class Zeros(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return keras.ops.zeros(shape, dtype)


class Bias(keras.layers.Layer):
    def build(self, shape):
        self.inner = keras.layers.Dense(3, kernel_initializer=Zeros())


def roundtrip(model):
    model.save("bias.keras")
    return keras.models.load_model("bias.keras")


# %% registered
@keras.saving.register_keras_serializable()
class Unit(keras.constraints.Constraint):
    def __call__(self, w):
        return w / keras.ops.norm(w)


def roundtrip():
    dense = keras.layers.Dense(2, kernel_constraint=Unit())
    model = keras.Sequential([keras.Input((2,)), dense])
    model.save("unit.keras")
    return keras.models.load_model("unit.keras")

import keras


# %% a regularizer of a layer
class Sparse(keras.regularizers.Regularizer):  # LL506
    def __call__(self, x):
        return 0.01 * keras.ops.sum(keras.ops.abs(x))

    def get_config(self):
        return {}


def roundtrip():
    dense = keras.layers.Dense(2, kernel_regularizer=Sparse())
    model = keras.Sequential([keras.Input((2,)), dense])
    model.save("sparse.keras")
    return keras.models.load_model("sparse.keras", compile=False)


# %% a loss, by way of a name
class Squared(keras.losses.Loss):  # LL506
    def call(self, y_true, y_pred):
        return keras.ops.square(y_true - y_pred)


def roundtrip(model):
    loss = Squared()
    model.compile("sgd", loss=loss)
    model.save("squared.h5")
    return keras.models.load_model("squared.h5")


# %% a metric in a list
class Calls(keras.metrics.Metric):  # LL506
    def __init__(self, name="calls", **kwargs):
        super().__init__(name=name, **kwargs)
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.count.assign_add(1.0)

    def result(self):
        return self.count


def roundtrip(model):
    model.compile("sgd", loss="mse", metrics=[Calls()])
    model.save("calls.keras")
    return keras.models.load_model("calls.keras")


# %% a schedule of an optimizer
class Falling(keras.optimizers.schedules.LearningRateSchedule):  # LL506
    def __call__(self, step):
        return 0.1 / (1.0 + step)

    def get_config(self):
        return {}


def roundtrip(model):
    model.compile(keras.optimizers.SGD(Falling()), loss="mse")
    model.save("falling.keras")
    return keras.models.load_model("falling.keras")


# %% an optimizer
class Signs(keras.optimizers.Optimizer):  # LL506
    def update_step(self, gradient, variable, learning_rate):
        self.assign_sub(variable, learning_rate * keras.ops.sign(gradient))


def roundtrip(model):
    model.compile(optimizer=Signs(0.1), loss="mse")
    model.save("signs.keras")
    return keras.models.load_model("signs.keras")

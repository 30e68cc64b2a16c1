# %% the other is named, and a docstring names this one
import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return 2.0 * x


class Swish(keras.layers.Layer):  # LL506
    """Pass `custom_objects={"Swish": Swish}` to load it elsewhere."""

    def call(self, x):
        return x * keras.ops.sigmoid(x)


def make(width=4):
    inputs = keras.Input((width,))
    return keras.Model(inputs, Swish()(Scale()(inputs)))


def roundtrip(path="model.keras"):
    make().save(path)
    with keras.utils.custom_object_scope({"Scale": Scale}):
        return keras.models.load_model(path)


# %% the other is registered
import keras


@keras.saving.register_keras_serializable()
class Double(keras.layers.Layer):
    def call(self, x):
        return 2.0 * x


class Halve(keras.layers.Layer):  # LL506
    def call(self, x):
        return 0.5 * x


def roundtrip():
    model = keras.Sequential([keras.Input((4,)), Double(), Halve()])
    model.save("halved.keras")
    return keras.models.load_model("halved.keras")


# %% loaded from a path that the caller gives
import keras


class Half(keras.layers.Layer):
    def call(self, x):
        return 0.5 * x


class Gate(keras.layers.Layer):  # LL506
    def call(self, x):
        return x * keras.ops.sigmoid(x)


def make(width=4):
    return keras.Sequential([keras.Input((width,)), Gate(), Half()])


def restore(path):
    return keras.models.load_model(path, custom_objects={"Half": Half}, compile=False)


if __name__ == "__main__":
    make().save("gated.keras")
    restore("gated.keras").summary()


# %% by a function
import keras


class Cross(keras.layers.Layer):
    def call(self, x):
        return x * x


class Gate(keras.layers.Layer):  # LL506
    def call(self, x):
        return x + x


def custom_objects():
    return {"Cross": Cross}


def train(width, path="gates.keras"):
    x = keras.Input((width,))
    model = keras.Model(x, Cross()(Gate()(x)))
    model.save(path)


def score(path="gates.keras"):
    return keras.models.load_model(path, custom_objects=custom_objects())

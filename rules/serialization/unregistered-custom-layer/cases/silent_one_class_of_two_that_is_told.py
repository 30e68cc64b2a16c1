# %% it is of another model
import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return 2.0 * x


class Swish(keras.layers.Layer):
    def call(self, x):
        return x * keras.ops.sigmoid(x)


def probe():
    return keras.Sequential([keras.Input((4,)), Swish()])


def roundtrip(path="model.keras"):
    model = keras.Sequential([keras.Input((4,)), Scale()])
    model.save(path)
    return keras.models.load_model(path, custom_objects={"Scale": Scale})


# %% the dictionary comes from elsewhere
import keras


class Cube(keras.layers.Layer):
    def call(self, x):
        return x**3


def roundtrip(objects, path="cube.keras"):
    keras.Sequential([keras.Input((4,)), Cube()]).save(path)
    return keras.models.load_model(path, custom_objects=objects)


# %% loaded from paths of other models
import keras


class Half(keras.layers.Layer):
    def call(self, x):
        return 0.5 * x


class Gate(keras.layers.Layer):
    def call(self, x):
        return x * keras.ops.sigmoid(x)


def make(width=4):
    return keras.Sequential([keras.Input((width,)), Gate(), Half()])


def restore(path):
    return keras.models.load_model(path, custom_objects={"Half": Half}, compile=False)


if __name__ == "__main__":
    make().save("gated.keras")
    restore("halves.keras").summary()


# %% both are, one after the other
import keras


class Cross(keras.layers.Layer):
    def call(self, x):
        return x * x


class Gate(keras.layers.Layer):
    def call(self, x):
        return x + x


def train(width):
    x = keras.Input((width,))
    keras.Model(x, Cross()(Gate()(x))).save("gates.keras")


def score():
    objects = {"Cross": Cross}
    objects["Gate"] = Gate
    return keras.models.load_model("gates.keras", custom_objects=objects)

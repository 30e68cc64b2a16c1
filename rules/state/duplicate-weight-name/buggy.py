"""Two gates of a layer whose weights were copied with their name."""

from tensorflow import keras


class TwoGates(keras.layers.Layer):
    def build(self, input_shape):
        dim = input_shape[-1]
        self.reset = self.add_weight(name="gate", shape=(dim, dim))
        self.update = self.add_weight(name="gate", shape=(dim, dim))
        super().build(input_shape)

    def call(self, inputs):
        reset = keras.activations.sigmoid(inputs @ self.reset)
        update = keras.activations.sigmoid(inputs @ self.update)
        return update * inputs + (1.0 - update) * reset


def make_and_save():
    model = keras.Sequential([keras.Input((3,)), TwoGates()])
    model.save("model.h5")
    objects = {"TwoGates": TwoGates}
    return keras.models.load_model("model.h5", custom_objects=objects, compile=False)

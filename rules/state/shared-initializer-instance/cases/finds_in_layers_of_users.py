# %% one initializer for all
import keras


class Maxout(keras.layers.Layer):
    def __init__(self, units, initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.initializer = keras.initializers.get(initializer)

    def build(self, input_shape):
        self.kernels = [
            self.add_weight(
                name=f"kernel_{i}", shape=(input_shape[-1], self.units), initializer=self.initializer  # LL209
            )
            for i in range(2)
        ]

    def call(self, x):
        return keras.ops.maximum(*(keras.ops.matmul(x, kernel) for kernel in self.kernels))

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["initializer"] = keras.initializers.serialize(self.initializer)
        return config

from tensorflow import keras

# %% in a helper, and under a condition


class Affine(keras.layers.Layer):
    def __init__(self, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.use_bias = use_bias

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.bias = self.add_weight(name="bias", shape=(input_shape[-1],))

    def _shifted(self, x):
        return x + self.bias if self.use_bias else x

    def call(self, x):
        return self._shifted(x * self.scale)

    def get_config(self):
        return {**super().get_config(), "use_bias": self.use_bias}


# %% by another layer of the module


class Decoder(keras.layers.Layer):
    def __init__(self, encoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder

    def call(self, x):
        return x @ keras.ops.transpose(self.encoder.kernel) + self.encoder.back

    def get_config(self):
        return {**super().get_config(), "encoder": keras.saving.serialize_keras_object(self.encoder)}


class Encoder(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 4))
        self.back = self.add_weight(name="back", shape=(input_shape[-1],))

    def call(self, x):
        return x @ self.kernel


# %% a state that is not trained


class Count(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=())
        self.version = self.add_weight(name="version", shape=(), trainable=False)

    def call(self, x):
        return x * self.scale


# %% by its name as a string


class Named(keras.layers.Layer):
    def build(self, input_shape):
        self.first = self.add_weight(name="first", shape=())
        self.second = self.add_weight(name="second", shape=())

    def call(self, x, which="second"):
        return x * self.first * getattr(self, which)


# %% by a subclass


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=())
        self.shift = self.add_weight(name="shift", shape=())

    def call(self, x):
        return x * self.scale


class Shifted(Base):
    def call(self, x):
        return super().call(x) + self.shift

# %% a residual connection
import keras


class Residual(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def build(self, input_shape):
        self.layer.build(input_shape)  # LL510
        self.built = True

    def call(self, x):
        return x + self.layer(x)

    def get_config(self):
        return {**super().get_config(), "layer": keras.saving.serialize_keras_object(self.layer)}

    @classmethod
    def from_config(cls, config):
        layer = keras.saving.deserialize_keras_object(config.pop("layer"))
        return cls(layer, **config)


# %% two parts, the second on the output of the first
from keras import layers, saving


class AutoEncoder(layers.Layer):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder

    def build(self, shape):
        self.encoder.build(shape)  # LL510
        self.decoder.build(self.encoder.compute_output_shape(shape))  # LL510

    def call(self, x):
        return self.decoder(self.encoder(x))

    def get_config(self):
        config = super().get_config()
        config["encoder"] = saving.serialize_keras_object(self.encoder)
        config["decoder"] = saving.serialize_keras_object(self.decoder)
        return config

    @classmethod
    def from_config(cls, config):
        for name in ("encoder", "decoder"):
            config[name] = saving.deserialize_keras_object(config[name])
        return cls(**config)


# %% a list of layers
import keras


class Chain(keras.layers.Layer):
    def __init__(self, layers, **kwargs):
        super().__init__(**kwargs)
        self.layers = list(layers)

    def build(self, shape):
        for layer in self.layers:
            layer.build(shape)  # LL510
            shape = layer.compute_output_shape(shape)

    def call(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def get_config(self):
        layers = [keras.layers.serialize(layer) for layer in self.layers]
        return {**super().get_config(), "layers": layers}

    @classmethod
    def from_config(cls, config):
        config["layers"] = [keras.layers.deserialize(layer) for layer in config["layers"]]
        return cls(**config)


# %% the description is thrown away
import keras


class Pooled(keras.layers.Layer):
    def __init__(self, encoder=None, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder or keras.layers.Dense(8)

    def call(self, tokens):
        return keras.ops.mean(self.encoder(tokens), axis=1)

    def get_config(self):
        return {**super().get_config(), "encoder": keras.layers.serialize(self.encoder)}

    @classmethod
    def from_config(cls, config):
        config.pop("encoder")  # LL510
        return cls(**config)

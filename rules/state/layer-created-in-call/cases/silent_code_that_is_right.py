import tensorflow as tf
import tf_keras as keras



class Norms(keras.layers.Layer):
    def norm(self, key):
        name = "norm_" + key
        if not hasattr(self, name):
            setattr(self, name, keras.layers.LayerNormalization())
        return getattr(self, name)

    def call(self, x):
        return self.norm("x")(x)

import keras

SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        import tensorflow as tf
        init = tf.random_normal_initializer()
        self.a = self.add_weight(shape=shape, initializer=init)
        self.b = self.add_weight(shape=shape, initializer=init)

# %% Keras's own, and others that keep most
import keras

a = keras.layers.BatchNormalization()
b = keras.layers.BatchNormalization(momentum=0.9, epsilon=1e-5)
c = keras.layers.BatchNormalization(momentum=0.5)
d = keras.layers.BatchNormalization(momentum=1 - 0.1)


# %% nothing is kept, on purpose
import keras

norm = keras.layers.BatchNormalization(momentum=0.0)


# %% a share that somebody gives
import keras


class Block(keras.layers.Layer):
    def __init__(self, momentum=0.1):
        super().__init__()
        self.norm = keras.layers.BatchNormalization(momentum=momentum)

    def call(self, x, training=None):
        return self.norm(x, training=training)


block = Block(momentum=0.99)


# %% a layer of the project's own, and optimizers
import keras


class BatchNormalization(keras.layers.Layer):
    def __init__(self, momentum):
        super().__init__()
        self.norm = keras.layers.BatchNormalization(momentum=1.0 - momentum)

    def call(self, x, training=None):
        return self.norm(x, training=training)


norm = BatchNormalization(momentum=0.1)
optimizer = keras.optimizers.SGD(0.1, momentum=0.1)

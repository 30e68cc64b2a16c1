import tensorflow as tf
from keras import layers


class Quantization(layers.Layer):
    def __init__(self):
        super().__init__()
        self.means = tf.Variable(tf.zeros([3]), trainable=False)  # LL201

    def forward(self, x):
        self.means.assign(tf.reduce_mean(x, axis=0))
        return x - self.means


# %% a class without a `call` holds it, and may be run by hand as well
class Outer(layers.Layer):
    def __init__(self):
        super().__init__()
        self.part = Quantization()

    def forward(self, x):
        return self.part.forward(x)

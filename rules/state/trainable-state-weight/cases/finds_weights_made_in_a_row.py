import keras
from keras import ops


class RunningScaler(keras.layers.Layer):
    def build(self, input_shape):
        self.mean, self.var = [
            self.add_weight(name=name, shape=(input_shape[-1],), initializer=start)  # LL202, LL202
            for name, start in (("mean", "zeros"), ("var", "ones"))
        ]

    def call(self, x, training=None):
        if training:
            mean, var = ops.moments(x, axes=[0])
            self.mean.assign(0.9 * self.mean + 0.1 * mean)
            self.var.assign(0.9 * self.var + 0.1 * var)
        return (x - self.mean) / ops.sqrt(self.var + 1e-5)

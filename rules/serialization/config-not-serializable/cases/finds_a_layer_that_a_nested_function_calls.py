import tensorflow as tf
import tf_keras


class Reversible(tf_keras.layers.Layer):
    def __init__(self, f, **kwargs):
        super().__init__(**kwargs)
        self._f = f

    def names(self):
        return [variable.name for variable in self._f.variables]

    def call(self, x, training=None):
        @tf.custom_gradient
        def reversible(x):
            def forward():
                return self._f(x, training=training)

            return forward(), lambda upstream: upstream

        return reversible(x)

    def get_config(self):
        return {**super().get_config(), "f": self._f}  # LL505

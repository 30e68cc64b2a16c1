import tensorflow as tf


class Tagger(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,), name="kernel")

    def __call__(self, features, labels=None, training=None):
        run = self._compiled if training else self._forward
        return run(features, labels, training)

    @tf.function(jit_compile=True)
    def _compiled(self, features, labels, training):
        return self._forward(features, labels, training)

    def _forward(self, features, labels, training):
        return super().__call__(features, labels=labels, training=training)

    def call(self, features, labels=None, training=None):
        return features * self.kernel

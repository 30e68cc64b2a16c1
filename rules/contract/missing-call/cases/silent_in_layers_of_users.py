# %% forward is a helper of call
import keras


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def forward(self, x):
        return self.dense(x)

    def call(self, x, training=None):
        return self.forward(x)


# %% call is inherited from a built-in layer
import tensorflow as tf


class ScaledDense(tf.keras.layers.Dense):
    def forward(self, x):
        return self(x) * 2.0


# %% a mixin of the project brings call
import keras


class Calls:
    def call(self, x):
        return self.forward(x)


class Double(Calls, keras.layers.Layer):
    def forward(self, x):
        return 2.0 * x


# %% an abstract base whose subclasses call
import keras


class Backbone(keras.layers.Layer):
    def forward(self, image):
        raise NotImplementedError


class Tiny(Backbone):
    def forward(self, image):
        return image[..., :1]

    def call(self, image):
        return self.forward(image)


# %% assigned in the class body
import keras


class Alias(keras.layers.Layer):
    def forward(self, x):
        return x + 1

    call = forward

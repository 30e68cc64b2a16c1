import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% built one by one
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.steps = [layers.Dense(4), layers.Dense(1)]
        self.norm = layers.LayerNormalization()

    def build(self, input_shape):
        for step in self.steps:
            step.build(input_shape)
            input_shape = step.compute_output_shape(input_shape)
        self.norm.build(input_shape)

    def call(self, x):
        for step in self.steps:
            x = step(x)
        return self.norm(x)


# %% built by a call
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(1)

    def build(self, input_shape):
        self.call(keras.Input(input_shape[1:]))

    def call(self, x):
        return self.dense(x)


# %% no build
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(1)

    def call(self, x):
        return self.dense(x)


# %% a layer that is called symbolically
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        return self.dense(x) * self.scale


# %% nothing to build
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% built in the constructor
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)
        self.dense.build((None, 4))

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% built in a helper
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def build(self, input_shape):
        self._build_parts(input_shape)

    def _build_parts(self, shape):
        self.dense.build(shape)

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% built before it is kept
class Block(layers.Layer):
    def build(self, input_shape):
        dense = layers.Dense(input_shape[-1])
        dense.build(input_shape)
        self.dense = dense

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% a model within a model
class Inner(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(1)

    def build(self, input_shape):
        self.built = True

    def call(self, x):
        return self.dense(x)


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = Inner()

    def call(self, x):
        return self.inner(x)


# %% a layer that only a subclassed model holds, which runs its call on what is no symbolic input
@keras.saving.register_keras_serializable("nets")
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 4)


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block()

    def call(self, x):
        return self.block(x)

import tf_keras as keras
import tensorflow as tf


# %% self.a = self.add_weight(shape=(3,))-pass
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.a = self.add_weight(shape=(3,))-self.b = self.add_weight(shape...
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        self.b = self.add_weight(shape=(3,))

    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.a = self.add_weight(shape=(3,)); self.b = self.add_weight('b',...
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,)); self.b = self.add_weight('b', shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(name...
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(name='b', shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(**se...
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(**self.options)

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% build5-pass
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        if self.built: self.a = self.add_weight(shape=(3,))
        else: self.b = self.add_weight(shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% build6-pass
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        if self.built: self.a = self.add_weight(shape=(3,))
        else: self.a = self.add_weight(shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% build7-pass
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        with tf.name_scope('x'): self.a = self.add_weight(shape=(3,))
        with tf.name_scope('y'): self.b = self.add_weight(shape=(3,))

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x

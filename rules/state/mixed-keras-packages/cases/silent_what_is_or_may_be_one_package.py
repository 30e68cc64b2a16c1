# %% tf_keras.layers.Dense(4)-tf_keras.Model-import keras, tf_keras
import keras, tf_keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(tf_keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.layers.Dense(4)

    def call(self, x):
        return self.held(x)


# %% tf_keras.layers.Flatten()-keras.Model-import keras, tf_keras
import keras, tf_keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.layers.Flatten()

    def call(self, x):
        return self.held(x)


# %% Inner()-tf_keras.Model-import keras, tf_keras
import keras, tf_keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(tf_keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = Inner()

    def call(self, x):
        return self.held(x)


# %% keras.layers.Dense(4)-tf_keras.Model-import keras; from tensorflow ...
import keras; from tensorflow import keras as tf_keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(tf_keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = keras.layers.Dense(4)

    def call(self, x):
        return self.held(x)


# %% keras.layers.Dense(4)-tf_keras.Model-import tf_keras try: import tf...
import tf_keras
try:
    import tf_keras as keras
except ImportError:
    import keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(tf_keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = keras.layers.Dense(4)

    def call(self, x):
        return self.held(x)

import math
import tensorflow as tf
from tensorflow import keras


# %% self.step += 1 return x * self.step-0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step += 1  # LL207
        return x * self.step


# %% self.step = self.step + 1 return x * self.step-0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step = self.step + 1  # LL207
        return x * self.step


# %% self.step *= 0.99 return x * self.step-rate
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = rate

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step *= 0.99  # LL207
        return x * self.step


# %% self.step = max(self.step - 0.1, 0.1) return x * self.step-1.0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 1.0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step = max(self.step - 0.1, 0.1)  # LL207
        return x * self.step


# %% self.step = rate = self.step * math.exp(-1.0) return x * self.step-1.0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 1.0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step = rate = self.step * math.exp(-1.0)  # LL207
        return x * self.step


# %% self.step += x.shape[0] return x / self.step-0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step += x.shape[0]  # LL207
        return x / self.step


# %% setattr(self, 'step', self.step + 1) return x * self.step-0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        setattr(self, 'step', self.step + 1)  # LL207
        return x * self.step


# %% self.step, self.other = self.step + 1, 2 return x * self.step-0
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step, self.other = self.step + 1, 2  # LL207
        return x * self.step

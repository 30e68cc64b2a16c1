import math
import tensorflow as tf
from tensorflow import keras


# %% self.step += 1 return x-0-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step += 1
        return x


# %% self.step = 0 self.step += 1 return x * self.step-0-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step = 0
        self.step += 1
        return x * self.step


# %% self.step += 1 x = x * self.step self.step = 0 return x-0-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step += 1
        x = x * self.step
        self.step = 0
        return x


# %% self.step = x.shape[1] return x * self.step-0-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step = x.shape[1]
        return x * self.step


# %% self.step += 1 print(f'call {self.step}') return x-0-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step += 1
        print(f'call {self.step}')
        return x


# %% self.step.assign_add(1) return x-tf.Variable(0)-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = tf.Variable(0)

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step.assign_add(1)
        return x


# %% self.step = [] self.step.append(1) return x * len(self.step)-[]-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = []

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        self.step = []
        self.step.append(1)
        return x * len(self.step)


# %% step = 0 step += 1 return x * step-0-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        step = 0
        step += 1
        return x * step


# %% return x * self.step-0- def tick(self): self.step += 1
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        return x * self.step

    def tick(self):
        self.step += 1


# %% if not self.step: self.step = True return x-False-
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = False

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        if not self.step:
            self.step = True
        return x


# %% return x-0- def train_step(self, data): self.step += self.step
class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        return x

    def train_step(self, data):
        self.step += self.step

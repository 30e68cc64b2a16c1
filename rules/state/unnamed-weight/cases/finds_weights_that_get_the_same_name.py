import tf_keras as keras
import tensorflow as tf


# %% self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(shap...
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(shape=(3,))  # LL214

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
        self.a = self.add_weight(shape=(3,)); self.b = self.add_weight(name=None, shape=(3,))  # LL214

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.a = tf.Variable(1.0); self.b = tf.Variable(2.0)-rows2
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = tf.Variable(1.0); self.b = tf.Variable(2.0)  # LL214

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.a = self._make(); self.b = self._make()-rows3
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.a = self._make(); self.b = self._make()

    def _make(self, **options):
        return self.add_weight(shape=(3,))  # LL214

    def call(self, x):
        return x


# %% self.all = [self.add_weight(shape=(3,)) for _ in range(3)]-rows4
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.all = [self.add_weight(shape=(3,)) for _ in range(3)]  # LL214

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x


# %% self.all = [] for _ in range(3): self.all.append(self.add_weight(sh...
class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        pass

    def build(self, input_shape):
        self.all = []
        for _ in range(3): self.all.append(self.add_weight(shape=()))  # LL214

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x

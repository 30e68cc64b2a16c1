from tensorflow import keras
import tensorflow as tf


# %% self.total = self.total + tf.reduce_sum(x)-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = self.total + tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total = self.total + tf.reduce_sum(x)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = self.total + tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total = 0.9 * self.total + 0.1 * tf.reduce_mean(x)-keras.layer...
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = 0.9 * self.total + 0.1 * tf.reduce_mean(x)  # LL205
        return x * self.total


# %% self.total = 0.9 * self.total + 0.1 * tf.reduce_mean(x)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = 0.9 * self.total + 0.1 * tf.reduce_mean(x)  # LL205
        return x * self.total


# %% self.total += tf.reduce_sum(x)-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total += tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total += tf.reduce_sum(x)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total += tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total *= 0.5-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total *= 0.5  # LL205
        return x * self.total


# %% self.total *= 0.5-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total *= 0.5  # LL205
        return x * self.total


# %% self.total = tf.reduce_sum(x)-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total = tf.reduce_sum(x)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total = self.total.assign_add(1.0)-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = self.total.assign_add(1.0)  # LL205
        return x * self.total


# %% self.total = self.total.assign_add(1.0)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = self.total.assign_add(1.0)  # LL205
        return x * self.total


# %% setattr(self, 'total', self.total + 1.0)-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        setattr(self, 'total', self.total + 1.0)  # LL205
        return x * self.total


# %% setattr(self, 'total', self.total + 1.0)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        setattr(self, 'total', self.total + 1.0)  # LL205
        return x * self.total


# %% self.limit, self.total = 1, self.total + 1.0-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.limit, self.total = 1, self.total + 1.0  # LL205
        return x * self.total


# %% self.limit, self.total = 1, self.total + 1.0-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.limit, self.total = 1, self.total + 1.0  # LL205
        return x * self.total


# %% layer = self; layer.total = layer.total + 1.0-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        layer = self; layer.total = layer.total + 1.0  # LL205
        return x * self.total


# %% layer = self; layer.total = layer.total + 1.0-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        layer = self; layer.total = layer.total + 1.0  # LL205
        return x * self.total


# %% self.total: tf.Tensor = tf.reduce_sum(x)-keras.layers.Layer
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total: tf.Tensor = tf.reduce_sum(x)  # LL205
        return x * self.total


# %% self.total: tf.Tensor = tf.reduce_sum(x)-keras.Model
class Base(keras.Model):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total: tf.Tensor = tf.reduce_sum(x)  # LL205
        return x * self.total

import tensorflow as tf
import tf_keras
from tensorflow import keras


# %% Python state
class Longest(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.longest = max(self.longest, len(y_true))

    def result(self):
        return self.longest

    def reset_states(self):  # LL707
        self.longest = 0


# %% a list
class All(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.seen.append(y_pred)

    def result(self):
        return len(self.seen)

    def reset_states(self):  # LL707
        self.seen.clear()


# %% a metric inside
class Outer(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.inner.update_state(y_pred)

    def result(self):
        return self.inner.result()

    def reset_states(self):  # LL707
        self.inner.reset_states()


# %% a matrix on Keras 2
class Confusion(tf_keras.metrics.Metric):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.table = self.add_weight(name="t", shape=(classes, classes))  # LL707

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.table.assign_add(y_pred)

    def result(self):
        return tf.linalg.trace(self.table)


# %% the smallest so far
class Smallest(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.least = self.add_weight(  # LL707
            name="least", initializer=keras.initializers.Constant(float("inf"))
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.least.assign(tf.minimum(self.least, tf.reduce_min(y_pred)))

    def result(self):
        return self.least


# %% a product
class Product(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.product = self.add_weight(name="product", initializer="ones")  # LL707

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.product.assign(self.product * tf.reduce_prod(y_pred))

    def result(self):
        return self.product

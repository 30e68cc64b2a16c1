import functools


# %% keras-self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-self.add_loss(tf.nn.l2_loss(self.kernel))
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(tf.nn.l2_loss(self.kernel))  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-self.add_loss(self.penalty())
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(self.penalty())  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-self.add_loss([self.penalty(), self.penalty()])
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss([self.penalty(), self.penalty()])  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-self.add_loss(self.regularizer(self.kernel))
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(self.regularizer(self.kernel))  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-penalty = 0.1 * self.penalty(); self.add_loss(penalty)
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        penalty = 0.1 * self.penalty(); self.add_loss(penalty)  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-super().add_loss(self.penalty())
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        super().add_loss(self.penalty())  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% keras-self.add_loss(losses=self.penalty())
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(losses=self.penalty())  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-self.add_loss(tf.nn.l2_loss(self.kernel))
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(tf.nn.l2_loss(self.kernel))  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-self.add_loss(self.penalty())
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(self.penalty())  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-self.add_loss([self.penalty(), self.penalty()])
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss([self.penalty(), self.penalty()])  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-self.add_loss(self.regularizer(self.kernel))
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(self.regularizer(self.kernel))  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-penalty = 0.1 * self.penalty(); self.add_loss(penalty)
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        penalty = 0.1 * self.penalty(); self.add_loss(penalty)  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-super().add_loss(self.penalty())
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        super().add_loss(self.penalty())  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)


# %% tf_keras-self.add_loss(losses=self.penalty())
import tf_keras
import tensorflow as tf


class Small(tf_keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = tf_keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(losses=self.penalty())  # LL221

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)

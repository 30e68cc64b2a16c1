import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp
from tensorflow import keras
from keras import ops


# %% self.mix = tf.nn.softmax(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.nn.softmax(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = keras.ops.softmax(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = keras.ops.softmax(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = ops.transpose(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = ops.transpose(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = self.w ** 2
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.w ** 2  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = -self.w
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = -self.w  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = 0.5 * (self.w + tf.transpose(self.w))
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = 0.5 * (self.w + tf.transpose(self.w))  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.exp(local)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.exp(local)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = self.softened()
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.softened()  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% mix = tf.nn.softmax(self.w); self.mix = mix
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        mix = tf.nn.softmax(self.w); self.mix = mix  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.concat([self.w, self.w], axis=0)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.concat([self.w, self.w], axis=0)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.nn.softmax(self.all[0])
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.nn.softmax(self.all[0])  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = self.w[0]
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.w[0]  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.linalg.cholesky(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.linalg.cholesky(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.half = 0.5 * self.w; self.mix = tf.exp(self.half)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.half = 0.5 * self.w; self.mix = tf.exp(self.half)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = self.w + tf.random.normal((3, 3)) * local
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.w + tf.random.normal((3, 3)) * local  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% ws = []; ws.append(self.add_weight(shape=(3, 1))); self.mix = tf.co...
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        ws = []; ws.append(self.add_weight(shape=(3, 1))); self.mix = tf.concat(ws, -1)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% mean, variance = tf.nn.moments(self.w, [0]); self.mix = self.w - mean
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        mean, variance = tf.nn.moments(self.w, [0]); self.mix = self.w - mean  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.convert_to_tensor(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.convert_to_tensor(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = self.w.numpy()
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.w.numpy()  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = np.linalg.inv(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = np.linalg.inv(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.transpose(self.embedding.embeddings)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.transpose(self.embedding.embeddings)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.nn.softmax(self.w) if self.trainable else tf.exp(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.nn.softmax(self.w) if self.trainable else tf.exp(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix: tf.Tensor = tf.nn.softmax(self.w)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix: tf.Tensor = tf.nn.softmax(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix

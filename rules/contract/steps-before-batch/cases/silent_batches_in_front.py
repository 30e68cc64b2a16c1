# %% put behind the batch
import tensorflow as tf
from tensorflow import keras


class Unrolled(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.cell = keras.layers.GRUCell(8)

    def call(self, inputs, states):
        outputs = []
        for t in range(4):
            out, states = self.cell(inputs[:, t], states)
            outputs.append(out)
        return tf.stack(outputs, axis=1)


class Turned(Unrolled):
    def call(self, inputs, states):
        outputs = tf.TensorArray(tf.float32, size=4)
        for t in range(4):
            out, states = self.cell(inputs[:, t], states)
            outputs = outputs.write(t, out)
        result = outputs.stack()
        result = tf.transpose(result, (1, 0, 2))
        return result


# %% a loop over the samples
import tensorflow as tf
from tensorflow import keras


class Gram(keras.layers.Layer):
    def call(self, x):
        grams = tf.TensorArray(tf.float32, size=tf.shape(x)[0])
        for i in tf.range(tf.shape(x)[0]):
            grams = grams.write(i, tf.matmul(x[i], x[i], transpose_a=True))
        return grams.stack()


# %% a number for each step, and what no layer has made of it
import tensorflow as tf
from tensorflow import keras


class Energies(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.head = keras.layers.Dense(8)

    def call(self, inputs):
        found = []
        for t in range(4):
            found.append(tf.reduce_mean(self.head(inputs[:, t])))
        return tf.stack(found)


class Weights(keras.layers.Layer):
    def call(self, inputs):
        found = []
        for t in range(4):
            found.append(tf.transpose(inputs[:, t]))
        return tf.stack(found)


# %% said to be so, or put right by who calls it
import tensorflow as tf
from tensorflow import keras


class Major(keras.layers.Layer):
    """Returns what it has made time-major."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.head = keras.layers.Dense(8)

    def call(self, inputs):
        found = []
        for t in range(4):
            found.append(self.head(inputs[:, t]))
        return tf.stack(found)


class Inner(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.head = keras.layers.Dense(8)

    def call(self, inputs):
        found = []
        for t in range(4):
            found.append(self.head(inputs[:, t]))
        return tf.stack(found)


class Outer(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = Inner()

    def call(self, inputs):
        return tf.transpose(self.inner(inputs), (1, 0, 2))


# %% several heads, no steps
import tensorflow as tf
from tensorflow import keras


class Experts(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.experts = [keras.layers.Dense(8) for _ in range(4)]

    def call(self, inputs):
        outputs = []
        for i in range(4):
            outputs.append(self.experts[i](inputs))
        return tf.stack(outputs)


# %% a function that is handed in may return anything
import tensorflow as tf
from tensorflow import keras


class Mapper(keras.layers.Layer):
    def __init__(self, function, **kwargs):
        super().__init__(**kwargs)
        self.function = function

    def call(self, inputs):
        found = []
        for step in range(4):
            found.append(self.function(inputs[:, step]))
        return tf.stack(found)

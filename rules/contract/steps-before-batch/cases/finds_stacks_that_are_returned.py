# %% a list, and a name for the stack
import keras
from keras import layers, ops


class Unrolled(layers.Layer):
    def __init__(self, steps, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.cell = layers.GRUCell(8)
        self.head = layers.Dense(3)

    def call(self, inputs):
        state = ops.zeros((ops.shape(inputs)[0], 8))
        outputs = []
        for t in range(self.steps):
            x = inputs[:, t, :]
            state, _ = self.cell(x, [state])
            outputs.append(self.head(state))
        result = ops.stack(outputs)  # LL444
        return result


# %% unstacked along time, two results
import tensorflow as tf
from tensorflow.keras import layers


class Attend(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.cell = layers.LSTMCell(8)

    def call(self, inputs, states):
        collected = []
        for x in tf.unstack(inputs, axis=1):
            out, states = self.cell(tf.concat([x, states[0]], axis=-1), states)
            collected.append(tf.nn.relu(out))
        return tf.stack(collected, axis=0), states  # LL444


# %% a product with a weight, in one of two branches
import tensorflow as tf
from tensorflow import keras


class Echo(keras.layers.Layer):
    def __init__(self, units, last=False, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.last = last

    def build(self, shape):
        self.kernel = self.add_weight(name="kernel", shape=(shape[-1], self.units))

    def call(self, inputs):
        state = tf.zeros((tf.shape(inputs)[0], self.units))
        states = tf.TensorArray(tf.float32, size=tf.shape(inputs)[1])
        for t in tf.range(tf.shape(inputs)[1]):
            state = 0.5 * state + tf.tanh(tf.matmul(inputs[:, t], self.kernel))
            states = states.write(t, state)
        if self.last:
            return state
        return states.stack()  # LL444


# %% a layer for each step, numbered
import tensorflow as tf
from tensorflow import keras


class PerStep(keras.layers.Layer):
    def __init__(self, steps, **kwargs):
        super().__init__(**kwargs)
        self.heads = [keras.layers.Dense(4) for _ in range(steps)]

    def call(self, inputs):
        found = []
        for i, x in enumerate(tf.unstack(inputs, axis=1)):
            found.append(self.heads[i](x))
        return tf.stack(found)  # LL444


# %% a cell that is handed in
import tensorflow as tf
from tensorflow import keras


class Runner(keras.layers.Layer):
    def __init__(self, cell, return_sequences=False, **kwargs):
        super().__init__(**kwargs)
        self.cell = cell
        self.return_sequences = return_sequences

    def call(self, inputs):
        state = tf.zeros((tf.shape(inputs)[0], self.cell.units))
        out = state
        sequence = tf.TensorArray(tf.float32, size=tf.shape(inputs)[1])
        for step in tf.range(tf.shape(inputs)[1]):
            out, states = self.cell(inputs[:, step], [state])
            state = states[0]
            sequence = sequence.write(step, out)
        if self.return_sequences:
            return sequence.stack()  # LL444
        return out

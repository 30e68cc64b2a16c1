# %% a table of functions by mode
import keras
from keras import ops


class Jitter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = keras.random.SeedGenerator(3)

    def _noisy(self, x):
        return x + keras.random.normal(ops.shape(x), stddev=0.1, seed=self.seed)

    def _clean(self, x):
        return x

    def call(self, x, training=None):
        step = {True: self._noisy, False: self._clean}[bool(training)]
        return step(x)


# %% early exits in a helper that answers whether to update
import tensorflow as tf
from tensorflow import keras


class Center(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.center = self.add_weight(
            name="center", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def _should_update(self, training):
        if not self.trainable:
            return False
        if training is None:
            return False
        return bool(training)

    def call(self, x, training=None):
        if self._should_update(training):
            batch = tf.reduce_mean(x, axis=0)
            self.center.assign(self.momentum * self.center + (1 - self.momentum) * batch)
        return x - self.center

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}


# %% a context manager around the training branch
import contextlib
import tensorflow as tf
from tensorflow import keras


class Scoped(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones", trainable=False)

    def call(self, x, training=None):
        scope = tf.name_scope("train") if training else contextlib.nullcontext()
        with scope:
            if training:
                self.scale.assign(tf.reduce_max(tf.abs(x)))
        return x / self.scale


# %% weights by a loop over statistics
import keras
from keras import ops


class Moments(keras.layers.Layer):
    ORDERS = (1, 2, 3)

    def build(self, input_shape):
        self.moments = [
            self.add_weight(
                name=f"moment_{order}",
                shape=(input_shape[-1],),
                initializer="zeros",
                trainable=False,
            )
            for order in self.ORDERS
        ]

    def call(self, x, training=False):
        if not training:
            return ops.concatenate([x, *(x * m for m in self.moments)], axis=-1)
        fresh = [ops.mean(x**order, axis=0) for order in self.ORDERS]
        for kept, new in zip(self.moments, fresh):
            kept.assign(0.9 * kept + 0.1 * new)
        return ops.concatenate([x, *(x * m for m in fresh)], axis=-1)


# %% a straight-through estimator
import keras
from keras import ops


class Binary(keras.layers.Layer):
    def call(self, x):
        hard = ops.cast(x > 0, x.dtype)
        soft = ops.sigmoid(x)
        return soft + ops.stop_gradient(hard - soft)


# %% gumbel softmax: random by nature in training, argmax in inference
import keras
from keras import ops


class GumbelSoftmax(keras.layers.Layer):
    def __init__(self, temperature=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.temperature, self.seed = temperature, seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, logits, training=None):
        if training:
            noise = keras.random.uniform(ops.shape(logits), 1e-6, 1.0, seed=self.generator)
            return ops.softmax((logits - ops.log(-ops.log(noise))) / self.temperature)
        return ops.one_hot(ops.argmax(logits, axis=-1), logits.shape[-1])

    def get_config(self):
        config = super().get_config()
        return {**config, "temperature": self.temperature, "seed": self.seed}


# %% training kept in a local closure for map
import tensorflow as tf
from tensorflow import keras


class PerChannel(keras.layers.Layer):
    def __init__(self, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        def one(channel):
            return tf.nn.dropout(channel, self.rate) if training else channel

        channels = [one(channel) for channel in tf.unstack(x, axis=-1)]
        return tf.stack(channels, axis=-1)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


# %% partial of a method with the flag
import functools
import keras
from keras import ops


class Masked(keras.layers.Layer):
    def __init__(self, rate=0.15, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = keras.random.SeedGenerator(0)

    def _hide(self, x, training):
        if not training:
            return x
        keep = keras.random.uniform(ops.shape(x), seed=self.seed) > self.rate
        return ops.where(keep, x, 0)

    def call(self, tokens, training=None):
        hide = functools.partial(self._hide, training=training)
        return hide(tokens)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


# %% super().call with everything, and statistics of its own
import keras
from keras import ops


class ClippedNorm(keras.layers.BatchNormalization):
    def __init__(self, clip=3.0, **kwargs):
        super().__init__(**kwargs)
        self.clip = clip

    def call(self, inputs, training=None, mask=None):
        outputs = super().call(inputs, training=training, mask=mask)
        return ops.clip(outputs, -self.clip, self.clip)

    def get_config(self):
        return {**super().get_config(), "clip": self.clip}


# %% a bidirectional wrapper by hand
import keras


class Both(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.forward = keras.layers.LSTM(units, return_sequences=True)
        self.backward = keras.layers.LSTM(units, return_sequences=True, go_backwards=True)

    def build(self, input_shape):
        self.forward.build(input_shape)
        self.backward.build(input_shape)
        self.built = True

    def call(self, x, mask=None, training=None):
        ahead = self.forward(x, mask=mask, training=training)
        behind = keras.ops.flip(self.backward(x, mask=mask, training=training), axis=1)
        return keras.ops.concatenate([ahead, behind], axis=-1)

    def compute_mask(self, inputs, mask=None):
        return mask

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% weights made on demand in build by configuration
import tensorflow as tf
from tensorflow import keras


class LowRank(keras.layers.Layer):
    def __init__(self, units, rank=None, **kwargs):
        super().__init__(**kwargs)
        self.units, self.rank = units, rank
        self.kernel = self.left = self.right = None

    def build(self, input_shape):
        if self.rank is None:
            self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        else:
            self.left = self.add_weight(name="left", shape=(input_shape[-1], self.rank))
            self.right = self.add_weight(name="right", shape=(self.rank, self.units))
        super().build(input_shape)

    def call(self, x):
        if self.kernel is not None:
            return tf.matmul(x, self.kernel)
        return tf.matmul(tf.matmul(x, self.left), self.right)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rank": self.rank}


# %% a memory that inference reads and training writes through a queue pointer
import keras
from keras import ops


class MoCoQueue(keras.layers.Layer):
    def __init__(self, size, dim, **kwargs):
        super().__init__(**kwargs)
        self.size, self.dim = size, dim

    def build(self, input_shape):
        self.queue = self.add_weight(
            name="queue",
            shape=(self.size, self.dim),
            initializer="random_normal",
            trainable=False,
        )

    def call(self, keys, training=None):
        similarity = ops.matmul(keys, ops.transpose(self.queue))
        if training:
            kept = self.queue[: self.size - ops.shape(keys)[0]]
            self.queue.assign(ops.concatenate([ops.stop_gradient(keys), kept], axis=0))
        return similarity

    def get_config(self):
        return {**super().get_config(), "size": self.size, "dim": self.dim}


# %% a step that uses the scaled loss of a wrapped optimizer
import keras
import tensorflow as tf

keras.mixed_precision.set_global_policy("mixed_float16")


class Scaled(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1, dtype="float32")

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
            scaled = self.optimizer.scale_loss(loss)
        weights = self.trainable_weights
        self.optimizer.apply(tape.gradient(scaled, weights), weights)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}


# %% a layer that averages its own weights for export
import keras


class Averaged(keras.layers.Layer):
    def __init__(self, units, decay=0.999, **kwargs):
        super().__init__(**kwargs)
        self.units, self.decay = units, decay

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=shape)
        self.average = self.add_weight(
            name="average", shape=shape, initializer="zeros", trainable=False
        )

    def call(self, x, training=None):
        if training:
            self.average.assign(self.decay * self.average + (1 - self.decay) * self.kernel)
            return keras.ops.matmul(x, self.kernel)
        return keras.ops.matmul(x, self.average)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "decay": self.decay}

# %% the batch size, as far as it is known
import tensorflow as tf
from tensorflow import keras


class Tokens(keras.layers.Layer):
    def build(self, input_shape):
        self.token = self.add_weight(name="token", shape=(1, 1, input_shape[-1]))

    def call(self, x):
        size = x.shape[0] if x.shape[0] is not None else tf.shape(x)[0]
        token = tf.broadcast_to(self.token, [size, 1, x.shape[-1]])
        return tf.concat([tf.cast(token, x.dtype), x], axis=1)


# %% the first axis is not the batch
import keras
from keras import ops


class Kernelized(keras.layers.Layer):
    def __init__(self, points, **kwargs):
        super().__init__(**kwargs)
        self.points = points

    def build(self, input_shape):
        self.anchors = self.add_weight(name="anchors", shape=(self.points, input_shape[-1]))

    def call(self, x):
        anchors = self.anchors
        rows = ops.reshape(anchors, (anchors.shape[0], -1))
        distances = ops.sum((x[:, None] - rows[None]) ** 2, axis=-1)
        return ops.reshape(ops.exp(-distances), (-1, anchors.shape[0]))

    def get_config(self):
        return {**super().get_config(), "points": self.points}


# %% python numbers of python things
import math
import random
import tensorflow as tf
from tensorflow import keras


class Fourier(keras.layers.Layer):
    def __init__(self, bands, seed=0, **kwargs):
        super().__init__(**kwargs)
        self.bands, self.seed = bands, seed
        generator = random.Random(seed)
        self.phases = [generator.random() for _ in range(bands)]

    def call(self, x):
        width = int(x.shape[-1])
        scale = math.sqrt(width)
        limit = max(width, self.bands)
        waves = [tf.sin(x * float(2**i) / scale + p) for i, p in enumerate(self.phases)]
        return tf.concat(waves, axis=-1)[..., : limit * len(waves)]

    def get_config(self):
        return {**super().get_config(), "bands": self.bands, "seed": self.seed}


# %% a serving signature beside the call
import tensorflow as tf
from tensorflow import keras


class Served(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.1)
        self.out = keras.layers.Dense(1)

    def call(self, x, training=None):
        return self.out(self.drop(x, training=training))

    @tf.function(input_signature=[tf.TensorSpec([None, 4], tf.float32)])
    def serve_scores(self, x):
        return {"score": self(x, training=False)}


# %% float32 on the inside
import tensorflow as tf
from tensorflow import keras


class LayerScaleNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],), initializer="ones")

    def call(self, x):
        wide = tf.cast(x, tf.float32)
        variance = tf.reduce_mean(tf.square(wide), axis=-1, keepdims=True)
        wide = wide * tf.math.rsqrt(variance + self.epsilon)
        return tf.cast(wide, x.dtype) * tf.cast(self.gain, x.dtype)

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}


# %% ids that are cast and looked up
import tensorflow as tf
from tensorflow import keras


class Bucketed(keras.layers.Layer):
    def __init__(self, buckets, dim, **kwargs):
        super().__init__(**kwargs)
        self.buckets, self.dim = buckets, dim
        self.table = keras.layers.Embedding(buckets, dim)

    def build(self, input_shape):
        self.table.build(input_shape)

    def call(self, values):
        index = tf.cast(tf.floor(values * self.buckets), tf.int32)
        index = tf.clip_by_value(index, 0, self.buckets - 1)
        weight = tf.cast(index, self.compute_dtype) / self.buckets
        return self.table(index) * weight[..., None]

    def get_config(self):
        return {**super().get_config(), "buckets": self.buckets, "dim": self.dim}


# %% models built by functions with layers and parameters
import tensorflow as tf
from tensorflow import keras


def conv_block(x, filters, activation=tf.nn.relu):
    x = keras.layers.Conv2D(filters, 3, padding="same")(x)
    x = keras.layers.BatchNormalization()(x)
    return keras.layers.Activation(activation)(x)


def preprocess(image):
    image = tf.image.resize(image, (32, 32))
    return tf.cast(image, tf.float32) / 255.0


def make(classes):
    image = keras.Input((32, 32, 3))
    x = conv_block(image, 8)
    x = x + conv_block(x, 8)
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(image, keras.layers.Dense(classes)(x))


def dataset(images, labels):
    return tf.data.Dataset.from_tensor_slices((images, labels)).map(
        lambda image, label: (preprocess(image), tf.one_hot(label, 10))
    )


# %% flags set in the right order
import keras


class Careful(keras.layers.Layer):
    def __init__(self, units, trainable=True, **kwargs):
        self._units_checked = units > 0
        super().__init__(trainable=trainable, **kwargs)
        self.supports_masking = True
        self.units = units
        self.dense = keras.layers.Dense(units)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, x, mask=None):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% children built in a helper, and through a list
import keras


class Pyramid(keras.layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__(**kwargs)
        self.widths = list(widths)
        self.convs = [keras.layers.Conv1D(width, 3, padding="same") for width in widths]
        self.final = keras.layers.Dense(1)

    def _build_chain(self, shape):
        for conv in self.convs:
            conv.build(shape)
            shape = conv.compute_output_shape(shape)
        return shape

    def build(self, input_shape):
        self.final.build(self._build_chain(input_shape))
        self.built = True

    def call(self, x):
        for conv in self.convs:
            x = conv(x)
        return self.final(x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 1)

    def get_config(self):
        return {**super().get_config(), "widths": self.widths}


# %% masks of scores, and of pairs
import keras
from keras import ops


class Pairwise(keras.layers.Layer):
    def call(self, queries, keys, mask=None):
        scores = ops.matmul(queries, ops.transpose(keys, (0, 2, 1)))
        if mask is not None:
            scores = ops.where(mask, scores, -1e9)
        return ops.softmax(scores)


# %% a call for its side effects
import keras
from keras import ops


class ActivityPenalty(keras.layers.Layer):
    def __init__(self, weight=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.weight = weight

    def call(self, x):
        self.add_loss(self.weight * ops.mean(ops.abs(x)))
        return x

    def get_config(self):
        return {**super().get_config(), "weight": self.weight}


# %% a configuration by a loop over names, and by a helper
import keras
from keras import ops


class Options(keras.layers.Layer):
    _fields = ("window", "hop", "log")

    def __init__(self, window=256, hop=128, log=True, **kwargs):
        super().__init__(**kwargs)
        self.window, self.hop, self.log = window, hop, log

    def _options(self):
        return {name: getattr(self, name) for name in self._fields}

    def call(self, wave):
        frames = ops.extract_sequences(wave, self.window, self.hop)
        energy = ops.sum(frames**2, axis=-1)
        return ops.log(energy + 1e-6) if self.log else energy

    def get_config(self):
        config = super().get_config()
        config.update(self._options())
        return config


# %% private names, saved under the public ones
import tensorflow as tf


class Private(tf.keras.layers.Layer):
    def __init__(self, units=8, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self._units = units
        self._rate = rate
        self._dense = tf.keras.layers.Dense(units)
        self._drop = tf.keras.layers.Dropout(rate)

    @property
    def units(self):
        return self._units

    def call(self, x, training=None):
        return self._drop(self._dense(x), training=training)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units, "rate": self._rate})
        return config


# %% a subclass that fixes an argument of its base
import keras


class Base(keras.layers.Layer):
    def __init__(self, units, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units, self.activation = units, activation
        self.dense = keras.layers.Dense(units, activation=activation)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "activation": self.activation}


class Linear(Base):
    def __init__(self, units, **kwargs):
        kwargs.pop("activation", None)
        super().__init__(units, activation="linear", **kwargs)


# %% built-in bases with arguments of their own
from tensorflow.keras import layers
import tensorflow as tf


class CoordConv(layers.Conv2D):
    def __init__(self, filters, kernel_size, with_radius=False, **kwargs):
        super().__init__(filters, kernel_size, **kwargs)
        self.with_radius = with_radius

    def build(self, input_shape):
        extra = 3 if self.with_radius else 2
        super().build((*input_shape[:-1], input_shape[-1] + extra))
        self.input_spec = None

    def call(self, images):
        shape = tf.shape(images)
        ys = tf.linspace(-1.0, 1.0, shape[1])[None, :, None, None]
        xs = tf.linspace(-1.0, 1.0, shape[2])[None, None, :, None]
        target = [shape[0], shape[1], shape[2], 1]
        ys = tf.cast(tf.broadcast_to(ys, target), images.dtype)
        xs = tf.cast(tf.broadcast_to(xs, target), images.dtype)
        parts = [images, ys, xs]
        if self.with_radius:
            parts.append(tf.sqrt(ys**2 + xs**2))
        return super().call(tf.concat(parts, axis=-1))

    def get_config(self):
        return {**super().get_config(), "with_radius": self.with_radius}


# %% tuples and nested dictionaries as configuration
import keras


class Mixer(keras.layers.Layer):
    def __init__(self, mlp=None, grid=(4, 4), **kwargs):
        super().__init__(**kwargs)
        self.mlp = {"units": 16, "activation": "gelu", **(mlp or {})}
        self.grid = tuple(grid)
        self.token = keras.layers.Dense(self.grid[0] * self.grid[1])
        self.channel = keras.layers.Dense(**self.mlp)

    def build(self, input_shape):
        self.token.build((input_shape[0], input_shape[2], input_shape[1]))
        self.channel.build(input_shape)

    def call(self, x):
        x = keras.ops.transpose(self.token(keras.ops.transpose(x, (0, 2, 1))), (0, 2, 1))
        return self.channel(x)

    def get_config(self):
        config = super().get_config()
        config.update({"mlp": self.mlp, "grid": list(self.grid)})
        return config


# %% a mask from an embedding that the pooling uses
import keras


class Classifier(keras.Model):
    def __init__(self, words, classes, **kwargs):
        super().__init__(**kwargs)
        self.words, self.classes = words, classes
        self.embed = keras.layers.Embedding(words, 16, mask_zero=True)
        self.lstm = keras.layers.LSTM(16)
        self.out = keras.layers.Dense(classes)

    def call(self, tokens, training=None):
        mask = self.embed.compute_mask(tokens)
        x = self.embed(tokens)
        x = self.lstm(x, mask=mask, training=training)
        return self.out(x)

    def get_config(self):
        return {**super().get_config(), "words": self.words, "classes": self.classes}


# %% constants made once
import keras
from keras import ops


class Causal(keras.layers.Layer):
    def __init__(self, length, **kwargs):
        super().__init__(**kwargs)
        self.length = length

    def build(self, input_shape):
        self.mask = ops.tril(ops.ones((self.length, self.length), dtype="bool"))

    def call(self, scores):
        size = scores.shape[-1]
        if size is None or size > self.length:
            raise ValueError("scores are longer than the mask")
        return ops.where(self.mask[:size, :size], scores, -1e9)

    def get_config(self):
        return {**super().get_config(), "length": self.length}


# %% attributes that are counters of python, outside of graphs
import keras


class Registry(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.epochs = 0
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.epochs += 1
        self.losses.append(logs["loss"])


class Named(keras.layers.Layer):
    made = 0

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        type(self).made += 1

    def call(self, x):
        return x + 1

# %% shapes that are partly static
import tensorflow as tf
from tensorflow import keras


class Patches(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def call(self, images):
        static = images.shape.as_list()
        dynamic = tf.shape(images)
        batch = static[0] if static[0] is not None else dynamic[0]
        patches = tf.image.extract_patches(
            images,
            sizes=[1, self.size, self.size, 1],
            strides=[1, self.size, self.size, 1],
            rates=[1, 1, 1, 1],
            padding="VALID",
        )
        return tf.reshape(patches, [batch, -1, patches.shape[-1]])

    def get_config(self):
        config = super().get_config()
        config["size"] = self.size
        return config


# %% numpy on what is known in python
import numpy as np
import keras
from keras import ops


class Sinusoids(keras.layers.Layer):
    def call(self, x):
        length, dim = x.shape[1], x.shape[2]
        if length is None or dim is None:
            raise ValueError("length and width have to be known")
        angles = np.arange(length)[:, None] / np.power(10000, 2 * (np.arange(dim) // 2) / dim)
        table = np.where(np.arange(dim) % 2 == 0, np.sin(angles), np.cos(angles))
        return x + ops.convert_to_tensor(table.astype(x.dtype))


# %% loops over features of a dictionary
import tensorflow as tf
from tensorflow import keras


class Features(keras.layers.Layer):
    def __init__(self, vocabularies, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.vocabularies = vocabularies
        self.dim = dim
        self.tables = {
            name: keras.layers.Embedding(size, dim, name=f"table_{name}")
            for name, size in vocabularies.items()
        }

    def call(self, inputs):
        pieces = []
        for name in sorted(inputs):
            if name in self.tables:
                pieces.append(self.tables[name](inputs[name]))
            else:
                pieces.append(tf.cast(inputs[name], self.compute_dtype)[:, None])
        if not pieces:
            raise ValueError("no features")
        return tf.concat(pieces, axis=-1)

    def get_config(self):
        config = super().get_config()
        config.update(vocabularies=self.vocabularies, dim=self.dim)
        return config


# %% a wrapper that serializes what it wraps
import keras


class Residual(keras.layers.Wrapper):
    def __init__(self, layer, scale=1.0, **kwargs):
        super().__init__(layer, **kwargs)
        self.scale = scale

    def call(self, inputs, *args, **kwargs):
        return inputs + self.scale * self.layer(inputs, *args, **kwargs)

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


# %% objects restored in from_config
import keras


@keras.saving.register_keras_serializable("pkg")
class Gated(keras.layers.Layer):
    def __init__(self, body, gate=None, **kwargs):
        super().__init__(**kwargs)
        self.body = body
        self.gate = gate if gate is not None else keras.layers.Dense(1, activation="sigmoid")

    def build(self, input_shape):
        for part in (self.body, self.gate):
            if not part.built:
                part.build(input_shape)
        self.built = True

    def call(self, x, training=None):
        return self.gate(x) * self.body(x, training=training)

    def get_config(self):
        config = super().get_config()
        config["body"] = keras.saving.serialize_keras_object(self.body)
        config["gate"] = keras.saving.serialize_keras_object(self.gate)
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        for key in ("body", "gate"):
            config[key] = keras.saving.deserialize_keras_object(config[key])
        return cls(**config)


# %% activation by name or function
import tensorflow as tf


class Dense(tf.keras.layers.Layer):
    def __init__(
        self,
        units,
        activation=None,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.units = int(units)
        self.activation = tf.keras.activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = tf.keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = tf.keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        super().build(input_shape)

    def call(self, inputs):
        outputs = tf.matmul(inputs, self.kernel)
        if self.bias is not None:
            outputs = tf.nn.bias_add(outputs, self.bias)
        return self.activation(outputs) if self.activation is not None else outputs

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "activation": tf.keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "kernel_initializer": tf.keras.initializers.serialize(self.kernel_initializer),
            "kernel_regularizer": tf.keras.regularizers.serialize(self.kernel_regularizer),
        }
        return {**super().get_config(), **config}


# %% a constructor that calls the base late, with plain values before
import keras


class Settings:
    def __init__(self, rate):
        self.rate = rate


class Late(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        settings = Settings(rate)
        if not 0 <= settings.rate < 1:
            raise ValueError(rate)
        name = kwargs.pop("name", None) or f"late_{int(rate * 100)}"
        super().__init__(name=name, **kwargs)
        self.rate = settings.rate

    def call(self, x):
        return x * (1 - self.rate)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


# %% multiple inheritance with cooperative super
import keras
from keras import ops


class Normalized:
    def __init__(self, *args, epsilon=1e-6, **kwargs):
        super().__init__(*args, **kwargs)
        self.epsilon = epsilon

    def normalize(self, x):
        return x / (ops.norm(x, axis=-1, keepdims=True) + self.epsilon)

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon}


class Cosine(Normalized, keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(self.units, input_shape[-1]))

    def call(self, x):
        return ops.matmul(self.normalize(x), ops.transpose(self.normalize(self.kernel)))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% a dataclass-like base that calls init by hand
import tensorflow as tf


class Old(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        tf.keras.layers.Layer.__init__(self, **kwargs)
        self.units = units
        self.cells = []
        for index in range(2):
            cell = tf.keras.layers.GRUCell(units, name=f"cell_{index}")
            setattr(self, f"cell_{index}", cell)
            self.cells.append(cell)
        self.rnn = tf.keras.layers.RNN(self.cells)

    def call(self, x, mask=None, training=None):
        return self.rnn(x, mask=mask, training=training)

    def compute_mask(self, inputs, mask=None):
        return None

    def get_config(self):
        config = tf.keras.layers.Layer.get_config(self)
        config["units"] = self.units
        return config


# %% beam of autograph: loops on tensors through tf.while_loop
import tensorflow as tf
from tensorflow import keras


class Sinkhorn(keras.layers.Layer):
    def __init__(self, steps=10, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps

    def call(self, scores):
        def body(index, matrix):
            matrix = matrix - tf.reduce_logsumexp(matrix, axis=-1, keepdims=True)
            matrix = matrix - tf.reduce_logsumexp(matrix, axis=-2, keepdims=True)
            return index + 1, matrix

        _, matrix = tf.while_loop(lambda index, _: index < self.steps, body, (0, scores))
        return tf.exp(matrix)

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}


# %% return in every branch, raise in the last
import keras
from keras import ops


class Reduce(keras.layers.Layer):
    def __init__(self, how="mean", **kwargs):
        super().__init__(**kwargs)
        self.how = how

    def call(self, x):
        match self.how:
            case "mean":
                return ops.mean(x, axis=1)
            case "max":
                return ops.max(x, axis=1)
            case "first":
                return x[:, 0]
        raise ValueError(f"unknown reduction {self.how!r}")

    def get_config(self):
        return {**super().get_config(), "how": self.how}


# %% mixed precision in mind
import tensorflow as tf
from tensorflow import keras


class SafeSoftmax(keras.layers.Layer):
    def __init__(self, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature

    def call(self, logits, mask=None):
        dtype = logits.dtype
        logits = tf.cast(logits, "float32") / self.temperature
        if mask is not None:
            logits = tf.where(mask, logits, logits.dtype.min)
        return tf.cast(tf.nn.softmax(logits), dtype)

    def get_config(self):
        return {**super().get_config(), "temperature": self.temperature}


# %% functional building outside of layers with keras ops
import keras
from keras import ops


def build_model(length, words):
    tokens = keras.Input((length,), dtype="int32")
    x = keras.layers.Embedding(words, 16)(tokens)
    x = ops.mean(x, axis=1)
    x = keras.layers.Lambda(lambda v: v * 2.0)(x)
    outputs = keras.layers.Dense(1)(ops.concatenate([x, ops.abs(x)], axis=-1))
    return keras.Model(tokens, outputs)


# %% functional in tf.keras with tf functions inside a lambda layer
import tensorflow as tf
from tensorflow.keras import layers


def dual(length):
    left = tf.keras.Input((length,))
    right = tf.keras.Input((length,))
    distance = layers.Lambda(lambda pair: tf.abs(pair[0] - pair[1]))([left, right])
    return tf.keras.Model([left, right], layers.Dense(1, activation="sigmoid")(distance))


# %% weights shared between calls by a dict of models
import keras


class Siamese(keras.Model):
    def __init__(self, encoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.distance = keras.layers.Dot(axes=-1, normalize=True)

    def call(self, inputs, training=None):
        left, right = (self.encoder(each, training=training) for each in inputs)
        return self.distance([left, right])

    def get_config(self):
        config = super().get_config()
        config["encoder"] = keras.saving.serialize_keras_object(self.encoder)
        return config

    @classmethod
    def from_config(cls, config):
        config["encoder"] = keras.saving.deserialize_keras_object(config["encoder"])
        return cls(**config)


# %% a property computed from weights, and a constraint in call
import keras
from keras import ops


class Monotone(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.raw = self.add_weight(name="raw", shape=(input_shape[-1], self.units))

    @property
    def kernel(self):
        return ops.softplus(self.raw)

    def call(self, x):
        return ops.matmul(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% a cell used step by step with autoregressive sampling
import keras
from keras import ops


class Decoder(keras.Model):
    def __init__(self, words, dim, **kwargs):
        super().__init__(**kwargs)
        self.words, self.dim = words, dim
        self.embed = keras.layers.Embedding(words, dim, mask_zero=True)
        self.gru = keras.layers.GRU(dim, return_sequences=True, return_state=True)
        self.out = keras.layers.Dense(words)

    def call(self, tokens, state=None, training=None):
        x = self.embed(tokens)
        x, state = self.gru(x, initial_state=state, training=training)
        return self.out(x), state

    def generate(self, token, steps):
        state, tokens = None, [token]
        for _ in range(steps):
            logits, state = self(tokens[-1], state=state)
            tokens.append(ops.argmax(logits, axis=-1))
        return ops.concatenate(tokens, axis=1)

    def get_config(self):
        return {**super().get_config(), "words": self.words, "dim": self.dim}


# %% metrics and losses added in call
import keras
from keras import ops


class Endpoint(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.loss_fn = keras.losses.BinaryCrossentropy(from_logits=True)
        self.accuracy = keras.metrics.BinaryAccuracy(name="accuracy")

    def call(self, targets, logits, sample_weight=None):
        self.add_loss(self.loss_fn(targets, logits, sample_weight))
        self.accuracy.update_state(targets, logits, sample_weight)
        return ops.sigmoid(logits)


# %% lists of lists of layers
import keras


class UNet(keras.Model):
    def __init__(self, widths=(8, 16), **kwargs):
        super().__init__(**kwargs)
        self.widths = tuple(widths)
        self.down, self.up = [], []
        for width in self.widths:
            self.down.append(
                [
                    keras.layers.Conv2D(width, 3, padding="same", activation="relu")
                    for _ in range(2)
                ]
            )
            self.up.insert(0, keras.layers.Conv2DTranspose(width, 2, strides=2))
        self.pool = keras.layers.MaxPooling2D()

    def call(self, x):
        skips = []
        for pair in self.down:
            for conv in pair:
                x = conv(x)
            skips.append(x)
            x = self.pool(x)
        for up, skip in zip(self.up, reversed(skips)):
            x = keras.ops.concatenate([up(x), skip], axis=-1)
        return x

    def get_config(self):
        return {**super().get_config(), "widths": self.widths}


# %% a layer that is told its parent
import weakref
import keras


class Child(keras.layers.Layer):
    def __init__(self, owner, **kwargs):
        super().__init__(**kwargs)
        self._owner = weakref.ref(owner)

    def call(self, x):
        return x * self._owner().scale


class Parent(keras.Model):
    def __init__(self, scale, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.child = Child(self)

    def call(self, x):
        return self.child(x)

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


# %% assertions and debug checks
import tensorflow as tf
from tensorflow import keras


class Checked(keras.layers.Layer):
    def call(self, nodes, adjacency):
        tf.debugging.assert_rank(adjacency, 3)
        tf.debugging.assert_equal(tf.shape(nodes)[1], tf.shape(adjacency)[1])
        assert nodes.shape.rank == 3, "a batch of graphs"
        return tf.matmul(adjacency, nodes)


# %% py_function for decoding, without gradients
import numpy as np
import tensorflow as tf
from tensorflow import keras


class NonMaximum(keras.layers.Layer):
    """Picks boxes in prediction; nothing in it is trained."""

    def __init__(self, limit=0.5, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, boxes):
        picked = tf.numpy_function(lambda b: np.argsort(-b[:, 0])[:10], [boxes[0]], tf.int64)
        return tf.gather(boxes[0], picked)

    def get_config(self):
        return {**super().get_config(), "limit": self.limit}

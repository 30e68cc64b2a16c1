import keras
import tensorflow as tf
from keras import layers, ops


# %% straight through
class Binary(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(4)

    def call(self, x):
        h = self.hidden(x)
        return h + ops.stop_gradient(ops.sign(h) - h)


# %% a gradient of its own
@tf.custom_gradient
def hard(x):
    def grad(upstream):
        return upstream

    return tf.round(x), grad


class Rounded(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(4)

    def call(self, x):
        return hard(self.hidden(x))


# %% the logits are returned as well
class Chooser(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.logits = layers.Dense(4)

    def call(self, x):
        logits = self.logits(x)
        return ops.one_hot(ops.argmax(logits, -1), 4), logits


# %% a loss of its own
class Codes(layers.Layer):
    def build(self, input_shape):
        self.codes = self.add_weight(shape=(8, input_shape[-1]), name="codes")

    def call(self, x):
        near = tf.gather(self.codes, tf.argmin(tf.matmul(x, self.codes, transpose_b=True), -1))
        self.add_loss(tf.reduce_mean((near - tf.stop_gradient(x)) ** 2))
        return x + tf.stop_gradient(near - x)


# %% only when not training
class Image(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.paint = layers.Dense(3)

    def call(self, x, training=None):
        y = self.paint(x)
        if not training:
            y = tf.round(y)
        return y


# %% the class is the answer
class Answer(keras.Model):
    def __init__(self):
        super().__init__()
        self.logits = layers.Dense(4)

    def call(self, x):
        return tf.argmax(self.logits(x), axis=-1)


# %% trained by its own step
class Policy(keras.Model):
    def __init__(self):
        super().__init__()
        self.net = layers.Dense(1)

    def call(self, x):
        return tf.round(self.net(x))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self.net(x) - y) ** 2)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"gap": loss}


# %% a gate that also scales
class Gate(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1)

    def call(self, x):
        score = self.score(x)
        return tf.where(score > 0, score * x, 0.0)


# %% a mask of the input, not of the weights
class Masked(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = layers.Dense(1)

    def call(self, x):
        present = tf.cast(tf.not_equal(x, 0.0), x.dtype)
        return self.out(tf.round(x) * present)


# %% frozen
class Frozen(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(4, trainable=False)

    def call(self, x):
        return tf.sign(self.hidden(x))


# %% another class trains the part that is held back here
class Decoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.boxes = layers.Dense(4)
        self.refine = layers.Dense(8)

    def call(self, x):
        return self.refine(ops.stop_gradient(self.boxes(x)))


class Detector(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.decoder = Decoder()

    def call(self, x):
        hidden = self.decoder(x)
        return self.decoder.boxes(hidden)

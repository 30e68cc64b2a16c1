import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% the activation stands alone

model = keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.Activation("softmax")])
model.compile("adam", "categorical_crossentropy")

# %% an activation that is added

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model.add(layers.Softmax())
model.compile("adam", "categorical_crossentropy")

# %% the loss is told

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
loss = keras.losses.CategoricalCrossentropy(from_logits=True)
model.compile("adam", loss, metrics=["accuracy"])

# %% Keras undoes the softmax in front of its own loss

model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="softmax")])
model.compile("adam", keras.losses.CategoricalCrossentropy(from_logits=True))

# %% a regression

model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["accuracy"])

# %% logits and a threshold at 0

model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile(
    "adam",
    keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)],
)

# %% logits in a loop, and a function that is told

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])


def step(x, y):
    scores = model(x)
    first = keras.losses.sparse_categorical_crossentropy(y, scores, from_logits=True)
    second = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores)
    return first + second

# %% probabilities for inference alone
import tensorflow as tf
from tensorflow import keras


class Two(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.head = keras.layers.Dense(classes)

    def call(self, x, training=None):
        x = self.head(x)
        if not training:
            x = tf.nn.softmax(x)
        return x


class Choice(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.head = keras.layers.Dense(classes)

    def call(self, x, training=None):
        x = self.head(x)
        return x if training else tf.nn.softmax(x)


def entropy(predicted, target):
    return tf.nn.softmax_cross_entropy_with_logits(logits=predicted, labels=target)


two, choice = Two(3), Choice(3)


def step(x, y):
    return entropy(two(x, training=True), y) + entropy(choice(x, training=True), y)


# %% a helper that is given logits as well
import tensorflow as tf
from tensorflow import keras


class Soft(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.head = keras.layers.Dense(classes)

    def call(self, x):
        return keras.activations.softmax(self.head(x))


def entropy(predicted, target):
    predicted = tf.math.log(predicted)
    return tf.nn.softmax_cross_entropy_with_logits(logits=predicted, labels=target)


def compared(predicted, target):
    return tf.nn.softmax_cross_entropy_with_logits(logits=predicted, labels=target)


soft, plain = Soft(3), keras.Sequential([keras.layers.Dense(3)])


def step(x, y):
    return entropy(soft(x), y) + compared(plain(x), y) + compared(soft.head(x), y)

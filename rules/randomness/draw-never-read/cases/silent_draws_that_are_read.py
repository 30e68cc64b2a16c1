# %% read
import tensorflow as tf

layers = tf.keras.layers


def draw(mean):
    noise = tf.random.normal(tf.shape(mean))
    return mean + noise

# %% in a function inside
import tensorflow as tf

layers = tf.keras.layers


def draw(mean):
    noise = tf.random.normal(tf.shape(mean))

    def add():
        return mean + noise

    return add()

# %% not made for what is given: a leftover
import tensorflow as tf

layers = tf.keras.layers


def train(model, steps):
    size = 100
    sample = tf.random.normal((size, 8))
    for step in range(steps):
        model.fit(step)

# %% not meant to be read
import tensorflow as tf

layers = tf.keras.layers


def warm_up(model):
    _unused = tf.random.normal((1, 4))
    model.build((None, 4))

# %% global
import tensorflow as tf

layers = tf.keras.layers

noise = None


def refresh():
    global noise
    noise = tf.random.normal((4,))

# %% by its name
import tensorflow as tf

layers = tf.keras.layers


def draw(text):
    noise = tf.random.normal((4,))
    return text.format(**locals())

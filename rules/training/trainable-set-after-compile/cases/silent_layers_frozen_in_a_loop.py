import tensorflow as tf


def make_critic():
    critic = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    critic.compile("adam", "mse")
    return critic


def some(critic):
    for layer in critic.layers:
        if isinstance(layer, tf.keras.layers.BatchNormalization):
            layer.trainable = False
    for layer in critic.layers[:-1]:
        layer.trainable = False


def for_a_while(critic):
    for layer in critic.layers:
        layer.trainable = False
    for layer in critic.layers:
        layer.trainable = True


def run(rows, ones):
    critic = make_critic()
    some(critic)
    for_a_while(critic)
    critic.train_on_batch(rows, ones)


# %% the last layers go on learning
def tune(rows, ones):
    base = make_critic()
    for layer in base.layers:
        layer.trainable = False
    for layer in base.layers[-4:]:
        layer.trainable = True
    base.fit(rows, ones)


def tune_the_head(rows, ones):
    net = make_critic()
    net.trainable = False
    net.layers[-1].trainable = True
    net.fit(rows, ones)

import tensorflow as tf


def make_critic():
    critic = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    critic.compile("adam", "mse")
    return critic


def make_adversary(forger, critic):
    for layer in critic.layers:
        layer.trainable = False  # LL125
    adversary = tf.keras.Sequential([forger, critic])
    adversary.compile("adam", "mse")
    return adversary


def run(forger, rows, ones):
    critic = make_critic()
    make_adversary(forger, critic)
    critic.train_on_batch(rows, ones)

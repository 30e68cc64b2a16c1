import tensorflow as tf
from tensorflow import keras

# %% of an opponent

entropy = keras.losses.BinaryCrossentropy(from_logits=True)


def discriminator_loss(real, fake):
    real_loss = entropy(real, tf.ones_like(real))  # LL137
    fake_loss = entropy(fake, tf.zeros_like(fake))  # LL137
    return real_loss + fake_loss


# %% smoothed


class Judge:
    def __init__(self):
        self.entropy = keras.losses.BinaryCrossentropy()

    def loss(self, real):
        return self.entropy(real, 0.9 * tf.ones_like(real))  # LL137

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% in a method of a model
class WGAN(keras.Model):
    def gradient_penalty(self, real, fake):
        alpha = tf.random.uniform([tf.shape(real)[0], 1, 1, 1])
        mixed = real + alpha * (fake - real)
        with tf.GradientTape() as tape:
            tape.watch(mixed)
            score = self.critic(mixed, training=True)
        gradients = tape.gradient(score, mixed)
        norm = tf.sqrt(tf.reduce_sum(tf.square(gradients)) + 1e-12)  # LL434
        return tf.reduce_mean(tf.square(1.0 - norm))


# %% in a list, with a norm
def gradient_penalty(critic, mixed):
    with tf.GradientTape() as tape:
        tape.watch(mixed)
        score = critic(mixed)
    grads = tape.gradient(score, [mixed])[0]
    return (tf.norm(grads) - 1.0) ** 2  # LL434


# %% step by step
def penalty(critic, mixed):
    with tf.GradientTape() as tape:
        tape.watch(mixed)
        score = critic(mixed)
    (grads) = tape.gradient(score, mixed)
    squares = grads**2
    total = tf.reduce_sum(squares)
    slopes = tf.sqrt(total)  # LL434
    return tf.reduce_mean((slopes - 1) ** 2)


# %% with gradients of a graph
def gradient_penalty_loss(y_true, y_pred, averaged_samples):
    gradients = K.gradients(K.sum(y_pred), averaged_samples)
    gradient_l2_norm = K.sqrt(K.sum(K.square(gradients)))  # LL434
    return K.square(1 - gradient_l2_norm)

import tensorflow as tf
from tensorflow.keras import layers, models, optimizers

latent = 4
generator = models.Sequential([layers.Input((latent,)), layers.Dense(4)])
discriminator = models.Sequential([layers.Input((4,)), layers.Dense(1)])
optimizer = optimizers.Adam(1e-4, beta_1=0.5)
bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)


def train_discriminator(real):
    fake = generator(tf.random.normal((tf.shape(real)[0], latent)))
    with tf.GradientTape() as tape:
        r, f = discriminator(real), discriminator(fake)
        loss = bce(tf.ones_like(r), r) + bce(tf.zeros_like(f), f)
    grads = tape.gradient(loss, discriminator.trainable_variables)
    optimizer.apply_gradients(zip(grads, discriminator.trainable_variables))
    return loss


def train_generator(n):
    with tf.GradientTape() as tape:
        f = discriminator(generator(tf.random.normal((n, latent))))
        loss = bce(tf.ones_like(f), f)
    grads = tape.gradient(loss, generator.trainable_variables)
    optimizer.apply_gradients(zip(grads, generator.trainable_variables))  # LL427
    return loss


def train(dataset, epochs=1):
    for _ in range(epochs):
        for batch in dataset:
            train_discriminator(batch)
            train_generator(len(batch))

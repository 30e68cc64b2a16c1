import tensorflow as tf
from tensorflow.keras import layers, models, optimizers

coder = models.Sequential([layers.Input((4,)), layers.Dense(2)])
critic = models.Sequential([layers.Input((4,)), layers.Dense(1)])
optimizer = optimizers.Adam(1e-4)


def pretrain(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(coder(x) ** 2)
    grads = tape.gradient(loss, coder.trainable_variables)
    optimizer.apply_gradients(zip(grads, coder.trainable_variables))


def train(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(critic(x) ** 2)
    grads = tape.gradient(loss, critic.trainable_variables)
    optimizer.apply_gradients(zip(grads, critic.trainable_variables))


def main(dataset, first):
    for x in dataset:
        if first:
            pretrain(x)
        else:
            train(x)

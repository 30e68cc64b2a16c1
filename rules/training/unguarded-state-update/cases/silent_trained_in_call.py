"""`call` is the step of training itself: who calls the model trains it, and `fit` does not."""

import tensorflow as tf

# %% gradients are applied with each batch that the model is called with


class Probe(tf.keras.Model):
    def __init__(self, backbone, rate):
        super().__init__()
        self.backbone = backbone
        self.head = tf.keras.layers.Dense(10)
        self.optimizer = tf.keras.optimizers.Adam(rate)

    def call(self, batch):
        images, labels = batch
        with tf.GradientTape() as tape:
            logits = self.head(self.backbone(images))
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits)
            )
        gradients = tape.gradient(loss, self.head.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.head.trainable_weights))
        return loss


# %% a counter beside it tells how often


class Counted(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.head = tf.keras.layers.Dense(10)
        self.optimizer = tf.keras.optimizers.SGD(0.1)
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, batch):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.head(batch) ** 2)
        weights = self.head.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.seen.assign_add(1.0)
        return loss

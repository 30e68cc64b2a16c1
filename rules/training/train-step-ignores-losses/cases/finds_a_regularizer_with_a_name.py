import tensorflow as tf


class Trainer:
    def __init__(self, decay):
        self.decay = decay
        self.model = self.build()
        self.optimizer = tf.keras.optimizers.Adam()

    def build(self):
        shrink = tf.keras.regularizers.L2(self.decay)
        return tf.keras.Sequential([tf.keras.layers.Dense(8, kernel_regularizer=shrink)])

    def train_batch(self, x, y):  # LL122
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.model(x, training=True) - y))
        grads = tape.gradient(loss, self.model.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.model.trainable_weights))

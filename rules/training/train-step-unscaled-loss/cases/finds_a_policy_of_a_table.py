import tensorflow as tf
from tensorflow import keras

CONFIG = dict(precision="mixed_float16", rate=1e-4)

keras.mixed_precision.set_global_policy(CONFIG["precision"])


class Net(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x, training=True) - y))
        grads = tape.gradient(loss, self.trainable_variables)  # LL124
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {m.name: m.result() for m in self.metrics}

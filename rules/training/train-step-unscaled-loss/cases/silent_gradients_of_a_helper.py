import keras
import tensorflow as tf

keras.mixed_precision.set_dtype_policy("mixed_float16")


class Ranker(keras.Model):
    def _apply(self, tape, loss, optimizer):
        grads = tape.gradient(loss, self.trainable_variables)
        optimizer.apply_gradients(zip(grads, self.trainable_variables))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x, training=True) - y))
        self._apply(tape, loss, self.second)
        return {m.name: m.result() for m in self.metrics}

    def warm_up(self, tape, loss):
        self._apply(tape, loss, self.optimizer)

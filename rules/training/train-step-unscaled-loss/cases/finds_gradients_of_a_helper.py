import keras
import tensorflow as tf

POLICY = keras.mixed_precision.DTypePolicy("mixed_float16")
keras.mixed_precision.set_dtype_policy(POLICY)


class Ranker(keras.Model):
    def _apply(self, tape, loss):
        grads = tape.gradient(loss, self.trainable_variables)  # LL124
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x, training=True) - y))
        self._apply(tape, loss)
        return {m.name: m.result() for m in self.metrics}

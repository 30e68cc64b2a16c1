import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def __init__(self, core, **kwargs):
        super().__init__(**kwargs)
        self.core = core
        self.spread = keras.metrics.Mean(name="spread")

    @property
    def metrics(self):
        return [self.spread, *super().metrics]

    def call(self, x):
        return self.core(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            guess = self(x, training=True)
            loss = self.compute_loss(x, y, guess)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.spread.update_state(loss)
        self.compiled_metrics.update_state(y, guess)  # LL126
        return {m.name: m.result() for m in self.metrics}

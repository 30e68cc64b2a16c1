import tensorflow as tf
from tensorflow import keras

# %% each gradient by itself
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    capped = [tf.clip_by_norm(grad, 1.0) for grad in grads]  # LL145
    optimizer.apply_gradients(zip(grads, model.trainable_weights))


# %% thrown away
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    tf.clip_by_global_norm(grads, 1.0)  # LL145
    optimizer.apply_gradients(zip(grads, model.trainable_weights))


# %% thrown away, each by itself
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    [tf.clip_by_value(grad, -1.0, 1.0) for grad in grads]  # LL145
    optimizer.apply_gradients(zip(grads, model.trainable_weights))


# %% in a step of a model, where the norm is shown
class Careful(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        small, norm = tf.clip_by_global_norm(gradients, 1.0)  # LL145
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss, "norm": norm}

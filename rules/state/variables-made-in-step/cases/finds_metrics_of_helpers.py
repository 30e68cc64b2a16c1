import tensorflow as tf
from tensorflow import keras

# %% a function that the step calls


def area(y, p):
    metric = keras.metrics.AUC()  # LL230
    metric.update_state(y, p)
    return metric.result()


class Watched(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=p)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss, "area": area(y, p)}

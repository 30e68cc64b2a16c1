import tensorflow as tf
from tensorflow import keras

# %% a function that uses one of the module


metric = keras.metrics.AUC()


def area(y, p):
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


# %% a function that a condition stands before


def make():
    return keras.metrics.AUC()


class Once(keras.Model):
    area = None

    def train_step(self, data):
        if self.area is None:
            self.area = make()
        return super().train_step(data)

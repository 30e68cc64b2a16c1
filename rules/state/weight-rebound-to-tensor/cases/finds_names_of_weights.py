import tensorflow as tf
from tensorflow import keras


# %% the step of an optimizer
class SignDescent(keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        variable = variable - learning_rate * tf.sign(gradient)  # LL205


# %% of an older one
class Descent(keras.optimizers.legacy.Optimizer):
    def _resource_apply_dense(self, grad, var, apply_state=None):
        rate = self._get_hyper("learning_rate", var.dtype)
        var = var - rate * grad  # LL205


# %% a slow copy
def follow(teacher, student, tau):
    for slow, fast in zip(teacher.weights, student.weights):
        slow = tau * slow + (1 - tau) * fast  # LL205


# %% decay
class Decay(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        for weight in self.model.trainable_variables:
            weight *= 0.999  # LL205


# %% clipped
def clip(model):
    for number, weight in enumerate(model.trainable_weights):
        print(number)
        weight = tf.clip_by_value(weight, -1.0, 1.0)  # LL205

# %% what Keras 3 calls
import keras


class Plain(keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        self.assign_sub(variable, gradient * learning_rate)

    def _resource_apply_dense(self, grad, var, apply_state=None):
        self.update_step(grad, var, 0.1)

# %% the legacy class
import tensorflow as tf


class Falling(tf.keras.optimizers.legacy.Optimizer):
    def _resource_apply_dense(self, grad, var, apply_state=None):
        var.assign_sub(0.1 * grad)

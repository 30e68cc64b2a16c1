import tensorflow as tf
from tensorflow import keras


# %% the step of an optimizer
class SignDescent(keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        self.assign_sub(variable, learning_rate * tf.sign(gradient))


# %% the name is read
class Cast(keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        held = variable
        variable = tf.cast(variable, "float32")
        held.assign(variable - learning_rate * gradient)


# %% a slow copy
def follow(teacher, student, tau):
    for slow, fast in zip(teacher.weights, student.weights):
        slow.assign(tau * slow + (1 - tau) * fast)


# %% what is read afterwards
def total(model):
    found = 0.0
    for weight in model.trainable_weights:
        weight = tf.square(weight)
        found += tf.reduce_sum(weight)
    return found


# %% read in the next turn
def powers(model):
    for weight in model.trainable_weights:
        for _ in range(3):
            print(tf.reduce_sum(weight))
            weight = weight * weight


# %% arrays that change in place
def shrink(model):
    values = model.get_weights()
    for value in values:
        value *= 0.5
    model.set_weights(values)


# %% what is no weight
def sums(model, batches):
    for batch, weight in zip(batches, model.batch_weights):
        batch = batch * weight
    for name in model.names:
        name = name + "_"

import tensorflow as tf
from tensorflow import keras

# %% values
class Restore(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.first = self.model.get_weights()

    def on_train_end(self, logs=None):
        self.model.set_weights(self.first)


# %% values, one by one
class Change(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.before = [weight.numpy() for weight in self.model.trainable_variables]

    def on_epoch_end(self, epoch, logs=None):
        for old, new in zip(self.before, self.model.trainable_variables):
            print(float(tf.norm(new - old)))


# %% what gradients belong to
class Trainer:
    def __init__(self, model):
        self.model = model
        self.weights = self.model.trainable_variables

    def step(self, tape, loss):
        gradients = tape.gradient(loss, self.weights)
        self.optimizer.apply_gradients(zip(gradients, self.weights))


# %% of another model
class Average:
    def __init__(self, model, mean):
        self.model = model
        self.mean = mean
        self.shadow = self.mean.weights

    def update(self):
        for slow, fast in zip(self.shadow, self.model.weights):
            slow.assign(0.9 * slow + 0.1 * fast)


# %% a penalty on the distance from a value
class Near(keras.regularizers.Regularizer):
    def __init__(self, start):
        self.start = start

    def __call__(self, weight):
        return tf.reduce_sum(tf.square(weight - self.start))


# %% their shapes, which stay
class Reset(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.all = self.model.weights

    def on_train_end(self, logs=None):
        self.model.set_weights([tf.zeros(each.shape) for each in self.all])

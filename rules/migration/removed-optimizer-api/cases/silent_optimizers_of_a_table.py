import keras
import tensorflow as tf

OPTIMIZERS = {"adam": keras.optimizers.Adam, "old": tf.compat.v1.train.AdamOptimizer}


def identify(loss, variables, method="adam", **options):
    opt = OPTIMIZERS[method](**options)
    opt.minimize(loss, variables)


# %% something else by the name of an optimizer
class Halving(tf.keras.callbacks.Callback):
    def __init__(self, plan):
        super().__init__()
        self.plan = plan

    def on_epoch_end(self, epoch, logs=None):
        optimizer = self.plan.optimizer
        print(float(optimizer.lr))


# %% a name that is asked first
class Shown(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        optimizer = self.model.optimizer
        rate = optimizer.lr if hasattr(optimizer, "lr") else optimizer.learning_rate
        print(float(rate))

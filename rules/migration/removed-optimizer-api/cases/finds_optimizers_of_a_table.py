import keras
import tensorflow as tf

OPTIMIZERS = {"adam": keras.optimizers.Adam, "sgd": keras.optimizers.SGD}


def identify(loss, variables, method="adam", **options):
    opt = OPTIMIZERS[method](**options)
    opt.minimize(loss, variables)  # LL706


# %% an optimizer by a name of its own
class Halving(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        optimizer = self.model.optimizer
        print(float(optimizer.lr))  # LL706

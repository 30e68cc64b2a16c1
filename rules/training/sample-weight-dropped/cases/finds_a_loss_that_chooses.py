# %% by the sign of the error
import keras
from keras import ops


class Lopsided(keras.losses.Loss):
    def call(self, y_true, y_pred):
        error = y_pred - y_true
        loss = ops.where(ops.abs(error) < 1.0, 0.5 * ops.square(error), ops.abs(error) - 0.5)
        loss = ops.where(error > 0, 3.0 * loss, loss)
        return ops.mean(loss)


def train(model, x, y, weights):
    model.compile("adam", loss=Lopsided())  # LL127
    model.fit(x, y, sample_weight=weights)

# %% one number for each sample
import keras
from keras import ops


class Lopsided(keras.losses.Loss):
    def call(self, y_true, y_pred):
        error = y_pred - y_true
        loss = ops.square(error)
        loss = ops.where(error > 0, 3.0 * loss, loss)
        return ops.mean(loss, axis=-1)


def train(model, x, y, weights):
    model.compile("adam", loss=Lopsided())
    model.fit(x, y, sample_weight=weights)

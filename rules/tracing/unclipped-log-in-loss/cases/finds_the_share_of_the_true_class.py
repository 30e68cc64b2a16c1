import keras
from keras import ops


class Focal(keras.losses.Loss):
    def call(self, y_true, y_pred):
        p_t = y_true * y_pred + (1 - y_true) * (1 - y_pred)
        return ops.mean(-ops.power(1.0 - p_t, 2.0) * ops.log(p_t), axis=-1)  # LL315


model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", Focal())

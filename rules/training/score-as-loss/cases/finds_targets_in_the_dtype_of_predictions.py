import keras
from keras import ops

SMOOTH = 1.0


def soft_jaccard(y_true, y_pred):
    y_true = ops.cast(ops.reshape(y_true, (-1,)), y_pred.dtype)
    y_pred = ops.reshape(y_pred, (-1,))
    both = ops.sum(y_true * y_pred)
    either = ops.sum(y_true) + ops.sum(y_pred) - both
    return (both + SMOOTH) / (either + SMOOTH)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=soft_jaccard)  # LL147

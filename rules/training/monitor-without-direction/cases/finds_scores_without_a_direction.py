# %% stops while it gets better
import tf_keras as keras

stop = keras.callbacks.EarlyStopping(monitor="val_dice_coef", patience=3)  # LL140

# %% the worst is kept
from tf_keras.callbacks import ModelCheckpoint

keep = ModelCheckpoint("best.h5", monitor="val_auc", save_best_only=True, mode="auto")  # LL140

# %% the rate falls
import tf_keras

less = tf_keras.callbacks.ReduceLROnPlateau(monitor="f1", factor=0.5)  # LL140

# %% a function of the module, on either generation
import keras
from keras import ops


def iou_score(y_true, y_pred):
    both = ops.sum(y_true * y_pred, axis=-1)
    return both / (ops.sum(y_true + y_pred, axis=-1) - both + 1e-7)


def train(model, data):
    model.compile("adam", "mse", metrics=[iou_score])
    stop = keras.callbacks.EarlyStopping(monitor="val_iou_score")  # LL140
    model.fit(data, callbacks=[stop])

# %% less of an accuracy
from tensorflow import keras

keep = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_accuracy", mode="min", save_best_only=True  # LL140
)

# %% more of a loss
import keras

stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="max", patience=3)  # LL140

# %% a direction that has a name
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

DIRECTION = "min"
stop = EarlyStopping("val_auc", patience=5, mode=DIRECTION)  # LL140
less = ReduceLROnPlateau(monitor="val_f1_score", factor=0.5, mode="min")  # LL140

# %% an error by position
from tensorflow.keras.callbacks import EarlyStopping

stop = EarlyStopping("val_mae", 0, 5, 1, "max")  # LL140

# %% made of several words
from tensorflow.keras.callbacks import EarlyStopping

stop = EarlyStopping("val_mean_squared_error", mode="max")  # LL140
more = EarlyStopping("val_sparse_categorical_accuracy", mode="min")  # LL140
last = EarlyStopping("val_precision_1", mode="min")  # LL140

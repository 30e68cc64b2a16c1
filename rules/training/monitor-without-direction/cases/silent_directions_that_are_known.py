# %% told
import tf_keras as keras

stop = keras.callbacks.EarlyStopping(monitor="val_dice_coef", mode="max")
keep = keras.callbacks.ModelCheckpoint("x.h5", monitor="val_f1", mode=choose())

# %% guessed right
import tf_keras as keras

stop = keras.callbacks.EarlyStopping(monitor="val_auc")
keep = keras.callbacks.ModelCheckpoint("x.h5", monitor="val_acc", save_best_only=True)
less = keras.callbacks.ReduceLROnPlateau(monitor="val_accuracy")

# %% a loss made of a score
import tf_keras as keras

stop = keras.callbacks.EarlyStopping(monitor="val_dice_loss")
less = keras.callbacks.ReduceLROnPlateau(monitor="val_loss")

# %% every epoch is kept
import tf_keras as keras

keep = keras.callbacks.ModelCheckpoint("{epoch}.h5", monitor="val_f1")

# %% a metric of Keras, whose direction Keras 3 knows
import keras

stop = keras.callbacks.EarlyStopping(monitor="val_precision")

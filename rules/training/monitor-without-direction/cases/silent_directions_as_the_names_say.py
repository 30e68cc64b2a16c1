# %% more of an accuracy, less of a loss
from tensorflow import keras

keep = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_accuracy", mode="max", save_best_only=True
)
stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="min")

# %% an attack on another model, whose names tell nothing here
from tensorflow import keras

stop = keras.callbacks.EarlyStopping(monitor="val_fooled", mode="max")
less = keras.callbacks.ReduceLROnPlateau(monitor="val_distance", mode="max")

# %% a part of the model that is to be led astray
from tensorflow import keras

stop = keras.callbacks.EarlyStopping(monitor="val_domain_accuracy", mode="min")
less = keras.callbacks.ReduceLROnPlateau(monitor="val_discriminator_loss", mode="max")

# %% what is named for what it turns round
from tensorflow import keras

stop = keras.callbacks.EarlyStopping(monitor="val_dice_loss", mode="min")
keep = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_one_minus_accuracy", mode="min", save_best_only=True
)

# %% a direction that is chosen when it runs
from tensorflow import keras


def keeper(monitor, mode):
    return keras.callbacks.ModelCheckpoint("b.keras", monitor, mode=mode, save_best_only=True)


# %% every epoch is kept
from tensorflow import keras

keep = keras.callbacks.ModelCheckpoint("{epoch}.keras", monitor="val_accuracy", mode="min")

# %% a sigmoid
from tensorflow import keras


def segmenter():
    inputs = keras.Input((32, 32, 3))
    x = keras.layers.Conv2D(8, 3, padding="same")(inputs)
    model = keras.Model(inputs, keras.layers.Conv2D(1, 1, activation="sigmoid")(x))
    model.compile("adam", "mse", metrics=["accuracy", keras.metrics.MeanIoU(num_classes=2)])  # LL139
    return model

# %% a softmax
import keras
from keras.metrics import IoU

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "mse", metrics=[IoU(3, [1])])  # LL139

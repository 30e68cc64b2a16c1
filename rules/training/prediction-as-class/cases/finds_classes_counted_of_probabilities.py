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

# %% a helper that is given the model, and metrics with a name
import keras


def unet():
    inputs = keras.Input((16, 16, 3))
    return keras.Model(inputs, keras.layers.Conv2D(3, 1, activation="softmax")(inputs))


def compile_model(model):
    metrics = [keras.metrics.MeanIoU(num_classes=3)]  # LL139
    model.compile("adam", "categorical_crossentropy", metrics=metrics)
    return model


def train(images, masks):
    compile_model(unet()).fit(images, masks)

# %% a trainer that makes the model later
import keras


class Trainer:
    def __init__(self):
        self.model = None

    def prepare(self):
        self.model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, "sigmoid")])

    def train(self, x, y):
        self.model.compile("adam", "mse", metrics=[keras.metrics.MeanIoU(2)])  # LL139
        self.model.fit(x, y)

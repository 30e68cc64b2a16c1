import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.applications import EfficientNetB3, MobileNetV3Large


# %% a list of layers
def build():
    base = EfficientNetB3(include_top=False, weights="imagenet", pooling="avg")
    base.trainable = False
    return keras.Sequential(
        [
            keras.Input((300, 300, 3)),
            layers.RandomFlip("horizontal"),
            layers.Rescaling(1.0 / 255),  # LL151
            base,
            layers.Dense(10, activation="softmax"),
        ]
    )


# %% a division, and augmentation behind it
def build(weights):
    base = keras.applications.EfficientNetV2B0(include_top=False, weights=weights)
    augment = keras.Sequential([layers.RandomFlip(), layers.RandomRotation(0.1)])
    inputs = keras.Input((224, 224, 3))
    x = inputs / 255.0  # LL151
    x = augment(x)
    x = base(x, training=False)
    return keras.Model(inputs, layers.GlobalAveragePooling2D()(x))


# %% what another network needs
def build():
    inputs = keras.Input((224, 224, 3))
    x = keras.applications.mobilenet_v2.preprocess_input(inputs)  # LL151
    base = MobileNetV3Large(include_top=False)
    return keras.Model(inputs, base(x))


# %% the augmentation scales
def build():
    inputs = keras.Input((224, 224, 3))
    augment = keras.Sequential([layers.RandomFlip(), layers.Rescaling(1 / 127.5, offset=-1)])  # LL151
    x = augment(inputs)
    base = keras.applications.ConvNeXtTiny(include_top=False, input_tensor=x)
    return keras.Model(inputs, base.output)

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.applications import EfficientNetB0, MobileNetV2, efficientnet


# %% a network that does not scale
def build():
    inputs = keras.Input((224, 224, 3))
    base = MobileNetV2(include_top=False)
    return keras.Model(inputs, base(layers.Rescaling(1 / 127.5, offset=-1)(inputs)))


# %% its own function, which does nothing
def build():
    inputs = keras.Input((224, 224, 3))
    base = EfficientNetB0(include_top=False)
    return keras.Model(inputs, base(efficientnet.preprocess_input(inputs)))


# %% a network that is told not to scale
def build():
    inputs = keras.Input((224, 224, 3))
    base = keras.applications.ConvNeXtTiny(include_top=False, include_preprocessing=False)
    return keras.Model(inputs, base(layers.Rescaling(1 / 255)(inputs)))


# %% trained from the beginning, or with weights of one's own
def build():
    inputs = keras.Input((224, 224, 3))
    one = EfficientNetB0(include_top=False, weights=None)
    other = EfficientNetB0(include_top=False, weights="own.weights.h5")
    scaled = layers.Rescaling(1 / 255)(inputs)
    return keras.Model(inputs, [one(scaled), other(scaled)])


# %% brought back before the network
def build():
    inputs = keras.Input((224, 224, 3))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Rescaling(255.0)(x)
    return keras.Model(inputs, EfficientNetB0(include_top=False)(x))


# %% scaled for something else
def build():
    inputs = keras.Input((224, 224, 3))
    scaled = inputs / 255.0
    features = EfficientNetB0(include_top=False)(inputs)
    return keras.Model(inputs, [features, layers.Flatten()(scaled)])


# %% a scaling behind the network
def build():
    base = EfficientNetB0(include_top=False, pooling="avg")
    return keras.Sequential([keras.Input((224, 224, 3)), base, layers.Rescaling(1 / 255)])

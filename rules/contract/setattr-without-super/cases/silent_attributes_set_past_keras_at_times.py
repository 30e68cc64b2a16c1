import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Block(layers.Layer):
    def __setattr__(self, name, value):
        if name.startswith("_raw"):
            object.__setattr__(self, name, value)
        else:
            super().__setattr__(name, value)

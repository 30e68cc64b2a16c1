# %% a model with augmentation
import keras


class Net(keras.Model):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.augment = keras.Sequential([keras.layers.RandomFlip(), keras.layers.RandomZoom(0.1)])
        self.conv = keras.layers.Conv2D(8, 3)
        self.pool = keras.layers.GlobalMaxPooling2D()
        self.out = keras.layers.Dense(classes)

    def call(self, images):  # LL101
        return self.out(self.pool(self.conv(self.augment(images))))

    def get_config(self):
        return {**super().get_config(), "classes": self.classes}


# %% blocks of the project in a dictionary
import tensorflow as tf
from tensorflow.keras import layers


class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.norm = layers.BatchNormalization()

    def call(self, x, training=None):
        return tf.nn.relu(self.norm(self.dense(x), training=training))


class Towers(tf.keras.Model):
    def __init__(self, names):
        super().__init__()
        self.names = names
        self.towers = {name: Block(8) for name in names}
        self.score = layers.Dense(1)

    def call(self, inputs):  # LL101
        return self.score(sum(self.towers[name](inputs[name]) for name in self.names))

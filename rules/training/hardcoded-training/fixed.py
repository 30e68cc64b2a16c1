"""The last layers of an image classifier."""

from tensorflow import keras


class Head(keras.layers.Layer):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.norm = keras.layers.BatchNormalization()
        self.out = keras.layers.Dense(classes)

    def build(self, input_shape):
        self.norm.build(input_shape)
        self.out.build(input_shape)

    def call(self, features, training=None):
        return self.out(self.norm(features, training=training))

    def get_config(self):
        return {**super().get_config(), "classes": self.classes}

# %% a discarded dropout
import tensorflow as tf


class Head(tf.keras.layers.Layer):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.drop = tf.keras.layers.Dropout(0.5)
        self.out = tf.keras.layers.Dense(classes)

    def call(self, x, training=None):
        self.drop(x, training=training)  # LL213
        return self.out(x)

    def get_config(self):
        return {**super().get_config(), "classes": self.classes}

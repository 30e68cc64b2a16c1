import tf_keras
from tf_keras import backend as K


class Center(tf_keras.layers.Layer):
    """Center loss: the centres follow the features of their class."""

    def __init__(self, classes, alpha=0.5, **kwargs):
        super().__init__(**kwargs)
        self.classes, self.alpha = classes, alpha

    def build(self, input_shape):
        self.centers = self.add_weight(
            name="centers", shape=(self.classes, int(input_shape[0][-1])), initializer="zeros", trainable=False
        )

    def call(self, inputs, training=None):
        features, labels = inputs
        delta = K.dot(K.transpose(labels), K.dot(labels, self.centers) - features)
        if training:
            self.centers.assign_sub(self.alpha * delta)
        return K.sum(K.square(features - K.dot(labels, self.centers)), axis=1, keepdims=True)

# %% numbers and lists
import keras
from keras import ops


class Classes(keras.losses.Loss):
    def __init__(self, classes=(1, 2), weight=1.0, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.weight = weight

    def call(self, y_true, y_pred):
        return self.weight * ops.abs(y_true - y_pred)

    def get_config(self):
        return {**super().get_config(), "classes": list(self.classes), "weight": self.weight}

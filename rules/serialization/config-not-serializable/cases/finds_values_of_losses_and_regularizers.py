# %% a set cannot be saved
import keras
from keras import ops


class Classes(keras.losses.Loss):
    def __init__(self, classes=(1, 2), **kwargs):
        super().__init__(**kwargs)
        self.classes = classes

    def call(self, y_true, y_pred):
        return ops.abs(y_true - y_pred)

    def get_config(self):
        return {**super().get_config(), "classes": {1, 2}}  # LL505

# %% a lambda comes back as a dictionary
import keras


class Shaped(keras.regularizers.Regularizer):
    def __init__(self, shape=None):
        self.shape = shape

    def __call__(self, x):
        return keras.ops.sum(x)

    def get_config(self):
        return {"shape": lambda x: x}  # LL505

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="w")
class WeightedCrossentropy(keras.losses.Loss):
    def __init__(self, class_weights, **kwargs):
        super().__init__(**kwargs)
        self.class_weights = keras.ops.convert_to_tensor(class_weights, "float32")

    def call(self, y_true, y_pred):
        loss = -y_true * keras.ops.log(y_pred + 1e-7) * self.class_weights
        return keras.ops.sum(loss, axis=-1)

    def get_config(self):
        config = super().get_config()
        config["class_weights"] = self.class_weights  # LL505
        return config

import keras
from keras import layers


@keras.saving.register_keras_serializable("vit")
class AddPositionEmbs(layers.Layer):
    """Adds a learned embedding for every place."""

    def build(self, input_shape):
        places = input_shape[1:]
        table = (1,) + places  # LL414
        self.table = self.add_weight(name="pos", shape=table, initializer="random_normal")
        super().build(input_shape)

    def call(self, x):
        return x + self.table


def vit(size=4, dim=3):
    i = keras.Input((size, size, dim))
    x = AddPositionEmbs()(i)
    x = layers.Flatten()(x)
    return keras.Model(i, layers.Dense(2)(x))

# %% losses is a property
import keras


class Multi(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.losses = []  # LL212
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

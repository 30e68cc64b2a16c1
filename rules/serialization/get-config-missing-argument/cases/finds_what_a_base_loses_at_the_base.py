from tensorflow import keras


class Position(keras.layers.Layer):
    def __init__(self, concat=False, **kwargs):
        super().__init__(**kwargs)
        self.concat = concat

    def call(self, x):
        return x if self.concat else 2 * x

    def get_config(self):  # LL502
        return super().get_config()


class Position2D(Position):
    def __init__(self, concat=False, **kwargs):
        super().__init__(concat, **kwargs)

    def call(self, x):
        return x if self.concat else 3 * x


class Position3D(Position):  # LL502
    def __init__(self, depth, concat=False, **kwargs):
        Position.__init__(self, concat, **kwargs)
        self.depth = depth

    def call(self, x):
        return self.depth * x

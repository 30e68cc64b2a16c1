from tensorflow import keras


# %% self.__class__
class Loud(keras.layers.BatchNormalization):
    def build(self, input_shape):
        super(self.__class__, self).build(input_shape)  # LL403


class Quiet(Loud):
    pass


# %% type(self)
class Loud(keras.layers.BatchNormalization):
    def build(self, input_shape):
        super(type(self), self).build(input_shape)  # LL403


class Quiet(Loud):
    pass

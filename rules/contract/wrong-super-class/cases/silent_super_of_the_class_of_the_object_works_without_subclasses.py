from tensorflow import keras


class Loud(keras.layers.BatchNormalization):
    def build(self, input_shape):
        super(self.__class__, self).build(input_shape)


class Quiet:
    pass

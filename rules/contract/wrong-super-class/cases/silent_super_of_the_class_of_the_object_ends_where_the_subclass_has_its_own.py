from tensorflow import keras


class Loud(keras.layers.BatchNormalization):
    def build(self, input_shape):
        super(self.__class__, self).build(input_shape)


class Quiet(Loud):
    def build(self, input_shape): self.built = True


class Base(keras.layers.Layer):
    def build(self, input_shape):
        super(self.__class__, self).build(input_shape)


class Other(Base):
    def build(self, input_shape):
        keras.layers.Layer.build(self, input_shape)

    def call(self, x):
        return super().call(x)

import keras


class Sum(keras.layers.Layer):
    def call(self, xs):
        return [keras.layers.Lambda(lambda t: t * i)(x) for i, x in enumerate(xs)]

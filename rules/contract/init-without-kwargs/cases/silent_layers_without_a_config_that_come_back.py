# %% the keywords are handed on
import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


x = keras.Input((4,))
keras.Model(x, Scale(2.0)(x)).save("scaled.keras")


# %% weights alone are saved
import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


x = keras.Input((4,))
model = keras.Model(x, Scale(2.0)(x))
model.save_weights("scaled.weights.h5")


# %% another model is saved
import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


def teacher():
    x = keras.Input((4,))
    return keras.Model(x, keras.layers.Dense(2)(x))


def student():
    x = keras.Input((4,))
    return keras.Model(x, Scale(0.5)(x))


model = teacher()
model.save("teacher.keras")
student().summary()


# %% only another layer makes it, and makes it anew
import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


class Twice(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = Scale(2.0)

    def call(self, inputs):
        return self.scale(inputs)


x = keras.Input((4,))
keras.Model(x, Twice()(x)).save("twice.keras")


# %% Keras 2 saves it without the keywords
import tf_keras


class Scale(tf_keras.layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


x = tf_keras.Input((4,))
tf_keras.Model(x, Scale(2.0)(x)).save("scaled.h5")

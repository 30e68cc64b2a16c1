import keras
from keras import layers


def tower(width):
    project = layers.Dense(width, activation="tanh")
    norm = layers.LayerNormalization()

    def apply(t):
        return norm(project(t))

    return apply


def two_towers(width=4):
    user, item = tower(width), tower(width)
    left, right = keras.Input((6,)), keras.Input((9,))
    u = layers.Lambda(lambda t: user(t), output_shape=(width,))(left)  # LL215
    i = layers.Lambda(lambda t: item(t), output_shape=(width,))(right)  # LL215
    return keras.Model([left, right], layers.Dot(axes=-1)([u, i]))

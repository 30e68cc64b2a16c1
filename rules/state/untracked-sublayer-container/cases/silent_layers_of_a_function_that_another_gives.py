import keras
from keras import layers


def scaling(factor):
    relu = layers.ReLU(factor)

    def apply(t):
        return relu(t) * factor

    return apply


def held(width, kept):
    """Whoever asks for the function has the layer too."""
    project = layers.Dense(width)
    kept.append(project)

    def apply(t):
        return project(t)

    return apply


def net(width=4):
    kept = []
    scale, project = scaling(0.5), held(width, kept)
    x = keras.Input((6,))
    y = layers.Lambda(lambda t: scale(t))(x)
    z = layers.Lambda(lambda t: project(t), output_shape=(width,))(y)
    return kept, keras.Model(x, z)

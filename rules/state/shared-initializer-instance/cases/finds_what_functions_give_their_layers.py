from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.initializers import HeNormal, RandomNormal


# %% a local
def mapping(width):
    init = keras.initializers.TruncatedNormal(stddev=0.02)
    inputs = keras.Input((width,))
    x = layers.Dense(width, kernel_initializer=init)(inputs)
    outputs = layers.Dense(width, kernel_initializer=init)(x)  # LL209
    return keras.Model(inputs, outputs)


# %% in a loop
def mapping(width, depth):
    init = RandomNormal(stddev=0.02)
    x = inputs = keras.Input((width,))
    for _ in range(depth):
        x = layers.Dense(width, kernel_initializer=init)(x)  # LL209
    return keras.Model(inputs, x)


# %% of the module
INIT = HeNormal()


def block(x, width):
    x = layers.Conv2D(width, 3, kernel_initializer=INIT)(x)
    return layers.Conv2D(width, 3, kernel_initializer=INIT)(x)  # LL209


# %% a default
def block(x, width, kernel_initializer=HeNormal()):
    x = layers.Conv2D(width, 3, kernel_initializer=kernel_initializer)(x)
    return layers.Conv2D(width, 3, kernel_initializer=kernel_initializer)(x)  # LL209


# %% at the top level
init = keras.initializers.GlorotUniform(seed=7)
model = keras.Sequential(
    [
        layers.Dense(8, kernel_initializer=init),
        layers.Dense(8, kernel_initializer=init),  # LL209
    ]
)


# %% a method of something else
class Agent:
    def build_model(self, width):
        init = HeNormal()
        return keras.Sequential(
            [
                layers.Dense(width, kernel_initializer=init),
                layers.Dense(width, kernel_initializer=init),  # LL209
            ]
        )

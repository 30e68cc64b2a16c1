import keras
from keras import layers


# %% Monte Carlo dropout in a chain
def model():
    x = inputs = keras.Input((8,))
    for _ in range(3):
        x = layers.Dense(8)(x)
        x = layers.Dropout(0.1)(x, training=True)  # LL130
    return keras.Model(inputs, layers.Dense(1)(x))


def sample(net, data):
    return [net.predict(data) for _ in range(10)]


# %% a base that is thawed again
def classifier(data):
    base = keras.applications.MobileNetV2(include_top=False, weights=None)
    base.trainable = False
    inputs = keras.Input((96, 96, 3))
    x = base(inputs, training=False)  # LL130
    net = keras.Model(inputs, layers.GlobalAveragePooling2D()(x))
    net.compile("adam", "mse")
    net.fit(data)
    base.trainable = True
    net.compile("adam", "mse")
    net.fit(data)


# %% a base that is never frozen
from keras.applications import ResNet50


def classifier(data):
    base = ResNet50(include_top=False, weights=None)
    inputs = keras.Input((96, 96, 3))
    net = keras.Model(inputs, base(inputs, training=False))  # LL130
    net.compile("adam", "mse")
    net.fit(data)


# %% a parameter that is True
def embed(inputs, sample=True):
    return layers.SpatialDropout1D(0.3)(inputs, training=sample)  # LL130


def model():
    inputs = keras.Input((20, 4))
    return keras.Model(inputs, embed(inputs))


def score(net, x, y):
    return net.evaluate(x, y)

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% layers that are added one by one


def build(shape):
    model = keras.Sequential()
    model.add(keras.Input(shape))
    for _ in range(3):
        model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dense(1))
    model.compile(optimizer="adam", loss="binary_crossentropy")  # LL135
    return model


# %% a functional model that another function compiles


def network(shape, classes):
    inputs = keras.Input(shape)
    x = layers.Flatten()(inputs)
    x = layers.Dense(classes, "tanh")(x)
    return keras.Model(inputs, x)


def train(images, labels):
    model = network(images.shape[1:], 10)
    model.compile("adam", keras.losses.CategoricalCrossentropy(label_smoothing=0.1))  # LL135
    model.fit(images, labels)


# %% a subclass


class Net(keras.Model):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(8, activation="relu")
        self.out = layers.Dense(classes)

    def call(self, x):
        x = self.hidden(x)
        return self.out(x)


net = Net(4)
net.compile("sgd", loss=tf.keras.losses.sparse_categorical_crossentropy)  # LL135

# %% a loop of one's own

model = keras.Sequential([keras.Input((3,)), layers.Dense(5, activation="relu")])
compare = keras.losses.SparseCategoricalCrossentropy()


def step(x, y):
    with tf.GradientTape() as tape:
        scores = model(x, training=True)
        loss = compare(y, scores)  # LL135
    return tape.gradient(loss, model.trainable_variables)


# %% a model kept by an object


class Trainer:
    def __init__(self, width):
        self.model = keras.Sequential([keras.Input((width,)), layers.Dense(1)])

    def prepare(self):
        self.model.compile("adam", loss="binary_crossentropy")  # LL135

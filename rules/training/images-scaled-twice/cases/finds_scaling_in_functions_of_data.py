import tensorflow as tf
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.applications import EfficientNetB0


def classifier():
    base = EfficientNetB0(include_top=False, pooling="avg")
    model = keras.Sequential([base, layers.Dense(10, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


# %% pairs that a function returns
def load():
    (x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
    x_train = x_train.astype("float32") / 255.0  # LL151
    return (x_train, y_train), (x_test, y_test)


(x, y), test = load()
classifier().fit(x, y, epochs=3, validation_data=test)


# %% a function that scales
def normalize(images):
    return tf.cast(images, tf.float32) / 255.0  # LL151


(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = normalize(x_train)
classifier().fit(x_train, y_train)


# %% data that are split afterwards, scaled in place
def prepare(x, y):
    x = x.astype("float32")
    x /= 255.0  # LL151
    return train_test_split(x, y, test_size=0.2)


def main(x, y):
    x_train, x_test, y_train, y_test = prepare(x, y)
    classifier().fit(x_train, y_train, validation_data=(x_test, y_test))


# %% methods, and two arrays in one line
class Experiment:
    def data(self):
        (x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
        x_train, x_test = x_train / 255.0, x_test / 255.0  # LL151
        return x_train, y_train, x_test, y_test

    def run(self):
        x_train, y_train, _, _ = self.data()
        classifier().fit(x_train, y_train)


# %% an array that is handed on, to -1 to 1
def train(images, labels):
    classifier().fit(images, labels)


def main(images, labels):
    images = images.astype("float32")
    images /= 127.5  # LL151
    images -= 1
    train(images, labels)


# %% before it becomes a dataset
def train(images, labels):
    data = tf.data.Dataset.from_tensor_slices((images / 255.0, labels))  # LL151
    classifier().fit(data.shuffle(1000).batch(32))


# %% in place, in a function that is mapped
def scale(image, label):
    image = tf.cast(image, tf.float32)
    image /= 255.0  # LL151
    return image, label


def train(data):
    classifier().fit(data.map(scale).batch(8))

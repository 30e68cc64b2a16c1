import tensorflow as tf
from tensorflow import keras

# %% one generator of images for both parts


def flows(images, labels):
    datagen = keras.preprocessing.image.ImageDataGenerator(
        rescale=1.0 / 255, horizontal_flip=True, validation_split=0.2
    )
    train = datagen.flow(images, labels, subset="training")
    return train, datagen.flow(images, labels, subset="validation")  # LL610


# %% from directories and tables, the generator an attribute


class Data:
    def __init__(self, folder):
        self.folder = folder
        self.images = tf.keras.preprocessing.image.ImageDataGenerator(
            rotation_range=20, validation_split=0.1
        )

    def validation(self):
        return self.images.flow_from_directory(self.folder, subset="validation")  # LL610

    def table(self, frame):
        return self.images.flow_from_dataframe(frame, self.folder, subset="validation")  # LL610


# %% the generator of training, given as that of the validation


def train(model, x, y, x_val, y_val):
    datagen = keras.preprocessing.image.ImageDataGenerator(zoom_range=[0.8, 1.2])
    val = datagen.flow(x_val, y_val, shuffle=False)  # LL610
    return model.fit(datagen.flow(x, y), validation_data=val)


# %% a dataset that is split when it has been augmented


def augment(image, label):
    return tf.image.random_flip_left_right(image), label


def fit(model, images, labels):
    data = tf.data.Dataset.from_tensor_slices((images, labels)).map(augment)
    val = data.take(100).batch(8)
    return model.fit(data.skip(100).batch(8), validation_data=val)  # LL610


# %% by layers that augment

augmentation = keras.Sequential([keras.layers.RandomFlip(), keras.layers.RandomRotation(0.1)])


def run(model, train, val):
    val = val.map(lambda x, y: (augmentation(x, training=True), y)).prefetch(1)
    model.fit(train, validation_data=val)  # LL610

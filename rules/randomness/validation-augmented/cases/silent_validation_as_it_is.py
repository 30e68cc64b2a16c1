import tensorflow as tf
from tensorflow import keras

# %% a generator of its own


def flows(images, labels):
    datagen = keras.preprocessing.image.ImageDataGenerator(
        horizontal_flip=True, validation_split=0.2
    )
    plain = keras.preprocessing.image.ImageDataGenerator(validation_split=0.2)
    train = datagen.flow(images, labels, subset="training")
    return train, plain.flow(images, labels, subset="validation")


# %% a generator that draws nothing, or nobody knows what


def same(images, labels, zoom):
    datagen = keras.preprocessing.image.ImageDataGenerator(
        rescale=1.0 / 255, horizontal_flip=False, rotation_range=0, validation_split=0.2
    )
    other = keras.preprocessing.image.ImageDataGenerator(zoom_range=zoom, validation_split=0.2)
    val = other.flow(images, labels, subset="validation")
    return datagen.flow(images, labels, subset="validation"), val


# %% augmented behind the split


def augment(image, label):
    return tf.image.random_flip_left_right(image), label


def fit(model, images, labels):
    data = tf.data.Dataset.from_tensor_slices((images, labels))
    val = data.take(100).batch(8)
    return model.fit(data.skip(100).map(augment).batch(8), validation_data=val)


# %% a function that is told whether to augment


def prepare(image, label, is_training):
    if is_training:
        image = tf.image.random_flip_left_right(image)
    return image / 255.0, label


def told(model, train, val):
    val = val.map(lambda x, y: prepare(x, y, False))
    model.fit(train.map(lambda x, y: prepare(x, y, True)), validation_data=val)


# %% layers that do nothing outside of training

augmentation = keras.Sequential([keras.layers.RandomFlip()])


def run(model, train, val):
    val = val.map(lambda x, y: (augmentation(x, training=False), y))
    model.fit(train, validation_data=val)

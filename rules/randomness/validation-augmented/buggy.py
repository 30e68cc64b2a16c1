from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator


def flows(images, labels):
    images_of = ImageDataGenerator(
        rescale=1 / 255, channel_shift_range=60.0, validation_split=0.25
    )
    train = images_of.flow(images, labels, batch_size=8, subset="training")
    val = images_of.flow(images, labels, batch_size=8, subset="validation", shuffle=False)
    return train, val


class Classifier(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.pool = keras.layers.GlobalAveragePooling2D()
        self.out = keras.layers.Dense(classes)

    def call(self, images):
        return self.out(self.pool(images))

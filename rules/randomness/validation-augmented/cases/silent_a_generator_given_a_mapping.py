import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

augmentation = dict(rotation_range=25, width_shift_range=0.1, horizontal_flip=True)


def generators(x, y, batch=8):
    datagen = ImageDataGenerator(rescale=1.0 / 255, validation_split=0.25, **augmentation)
    plain = ImageDataGenerator(rescale=1.0 / 255, validation_split=0.25)
    train = datagen.flow(x, y, batch_size=batch, subset="training", shuffle=True)
    valid = plain.flow(x, y, batch_size=batch, subset="validation", shuffle=False)
    return train, valid


def fit(model, x, y):
    train, valid = generators(x, y)
    return model.fit(train, validation_data=valid, epochs=5)

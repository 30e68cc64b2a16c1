import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator

augmentation = dict(rotation_range=25, width_shift_range=0.1, horizontal_flip=True)


def generators(x, y, batch=8):
    datagen = ImageDataGenerator(rescale=1.0 / 255, validation_split=0.25, **augmentation)
    train = datagen.flow(x, y, batch_size=batch, subset="training", shuffle=True)
    valid = datagen.flow(x, y, batch_size=batch, subset="validation", shuffle=False)  # LL610
    return train, valid


def fit(model, x, y):
    train, valid = generators(x, y)
    return model.fit(train, validation_data=valid, epochs=5)

import numpy as np
import tensorflow as tf
from sklearn.metrics import confusion_matrix
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator


# %% in the order of the files
def report(model, directory):
    test = keras.utils.image_dataset_from_directory(directory, shuffle=False)
    y_true = np.concatenate([y for x, y in test])
    return confusion_matrix(y_true, model.predict(test).argmax(axis=1))


# %% one order for all passes
def report(model, x, y):
    test = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100, reshuffle_each_iteration=False)
    test = test.batch(8)
    y_true = np.concatenate([y for x, y in test])
    return confusion_matrix(y_true, model.predict(test).argmax(axis=1))


# %% an order that is kept
def report(model, x, y):
    test = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(8).cache().prefetch(2)
    y_true = np.concatenate([y for x, y in test])
    return confusion_matrix(y_true, model.predict(test).argmax(axis=1))


# %% both of one pass
def report(model, directory):
    test = keras.utils.image_dataset_from_directory(directory)
    y_true, y_pred = [], []
    for images, labels in test:
        y_true.append(labels.numpy())
        y_pred.append(np.argmax(model.predict(images), axis=-1))
    return confusion_matrix(np.concatenate(y_true), np.concatenate(y_pred))


# %% the labels are only counted
def report(model, directory):
    test = keras.utils.image_dataset_from_directory(directory)
    labels = np.concatenate([y for x, y in test])
    scores = model.predict(test)
    print(np.bincount(labels), np.bincount(scores.argmax(axis=1)))
    return len(labels) == len(scores)


# %% other data are predicted
def report(model, directory):
    train = keras.utils.image_dataset_from_directory(directory)
    test = keras.utils.image_dataset_from_directory(directory, shuffle=False)
    labels = np.concatenate([y for x, y in train])
    names = np.concatenate([y for x, y in test])
    return confusion_matrix(names, model.predict(test).argmax(axis=1)), labels


# %% a generator that keeps the order
flow = ImageDataGenerator().flow_from_directory("test", shuffle=False)
print(confusion_matrix(flow.classes, load().predict(flow).argmax(axis=1)))


# %% a generator that is told by a name
def report(model, shuffle):
    flow = ImageDataGenerator().flow_from_directory("test", shuffle=shuffle)
    return confusion_matrix(flow.classes, model.predict(flow).argmax(axis=1))


# %% weights of classes
def train(model, weights):
    flow = ImageDataGenerator().flow_from_directory("train")
    model.fit(flow, class_weight=weights("balanced", classes=np.unique(flow.classes), y=flow.classes))
    scores = model.predict(flow)
    return scores.mean()


# %% data of whoever calls
def report(model, test):
    y_true = np.concatenate([y for x, y in test])
    return confusion_matrix(y_true, model.predict(test).argmax(axis=1))


# %% the name stands for something else by then
def report(model, x, y):
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(8)
    model.fit(data)
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
    y_true = np.concatenate([y for x, y in data])
    return confusion_matrix(y_true, model.predict(data).argmax(axis=1))


# %% an array that is shuffled once
def report(model, x, y, rng):
    rng.shuffle(x)
    y_true = [label for label in x]
    return confusion_matrix(y_true, model.predict(x).argmax(axis=1))

import numpy as np
import tensorflow as tf
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
from tensorflow import keras


# %% a script
test = tf.keras.utils.image_dataset_from_directory("test", image_size=(64, 64), batch_size=32)
test = test.prefetch(tf.data.AUTOTUNE)
model = keras.models.load_model("model.keras")
y_prob = model.predict(test)
y_pred = np.argmax(y_prob, axis=1)
y_true = np.concatenate([y for x, y in test], axis=0)  # LL150
print(classification_report(y_true, y_pred))


# %% a loop that gathers the labels
def report(model, directory):
    data = keras.preprocessing.image_dataset_from_directory(directory, validation_split=0.2, subset="validation", seed=3)
    labels = []
    for _, batch in data:  # LL150
        labels.extend(batch.numpy())
    predicted = model.predict(data).argmax(axis=-1)
    return confusion_matrix(labels, predicted)


# %% a dataset that is shuffled by hand
def errors(model, x, y):
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000, seed=4).batch(8)
    true = tf.concat([label for _, label in data], axis=0)  # LL150
    return true - tf.squeeze(model.predict(data))


# %% labels that are mapped
def labelled(model, x, y):
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8).shuffle(10)
    predictions = model.predict(data)
    labels = np.concatenate(list(data.map(lambda image, label: label).as_numpy_iterator()))  # LL150
    return labels, predictions


# %% single samples
class Evaluation:
    def __init__(self, model, directory):
        self.model = model
        self.data = keras.utils.text_dataset_from_directory(directory)

    def run(self):
        scores = self.model.predict(self.data)
        right = 0
        for i, (text, label) in enumerate(self.data.unbatch()):  # LL150
            right += int(label == (scores[i] > 0.5))
        return right


# %% data that are handed in by a name of the module
def load(directory, size=(8, 8)):
    train = keras.utils.image_dataset_from_directory(directory, validation_split=0.5, subset="training", seed=1)
    test = keras.utils.image_dataset_from_directory(directory, validation_split=0.5, subset="validation", seed=1)
    return train, test


def accuracy(model, test):
    y_prob = model.predict(test, verbose=0)
    y_pred = np.argmax(y_prob, axis=-1)
    y_true = np.concatenate([y for _, y in test], axis=0)  # LL150
    table = np.zeros((2, 2), int)
    np.add.at(table, (y_true, y_pred), 1)
    return table


# %% the inputs of the first pass
def shown(model, x, y):
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(8)
    images = np.concatenate([image for image, _ in data])  # LL150
    for image, score in zip(images, model.predict(data)):
        show(image, title=str(score))


# %% data whose name is given twice, and a loop over single samples
data = tf.keras.preprocessing.image_dataset_from_directory("test", seed=123)
data = data.prefetch(buffer_size=tf.data.AUTOTUNE)
predicted = [np.argmax(each) for each in keras.models.load_model("model.keras").predict(data)]
true = []
for _, label in data.unbatch():  # LL150
    true.append(label.numpy())
print(tf.math.confusion_matrix(true, predicted))

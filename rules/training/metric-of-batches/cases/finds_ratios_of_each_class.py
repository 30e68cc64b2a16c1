import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% added up in a loop over classes
def overlap(y_true, y_pred, classes=4):
    truth = tf.cast(tf.reshape(y_true, [-1]), tf.int64)
    guess = tf.reshape(tf.argmax(y_pred, axis=-1), [-1])
    total = tf.constant(0.0)
    for number in range(classes):
        there = tf.cast(tf.equal(truth, number), tf.float32)
        found = tf.cast(tf.equal(guess, number), tf.float32)
        both = tf.reduce_sum(there * found)
        either = tf.reduce_sum(there) + tf.reduce_sum(found) - both
        total += tf.cond(tf.equal(either, 0.0), lambda: 1.0, lambda: both / either)
    return total / classes


net = keras.Sequential([keras.layers.Conv2D(4, 3, activation="softmax")])
net.compile("sgd", "sparse_categorical_crossentropy", metrics=[overlap])  # LL136


# %% kept in a list
def dice(y_true, y_pred):
    scores = []
    for place in range(3):
        truth, guess = y_true[..., place], y_pred[..., place]
        both = K.sum(truth * guess)
        scores.append(2.0 * both / (K.sum(truth) + K.sum(guess) + 1e-6))
    return K.mean(K.stack(scores))


net = keras.Sequential([keras.layers.Conv2D(3, 3, activation="softmax")])
net.compile("sgd", "categorical_crossentropy", metrics=["accuracy", dice])  # LL136


# %% a helper for one class, and a mean by Python
def of_class(truth, guess):
    hits = tf.reduce_sum(truth * guess)
    return tf.math.divide_no_nan(hits, tf.reduce_sum(guess))


def precision(y_true, y_pred):
    each = []
    for place in range(5):
        each.append(of_class(y_true[:, place], y_pred[:, place]))
    return sum(each) / len(each)


net = keras.Sequential([keras.layers.Dense(5, activation="softmax")])
net.compile("sgd", "categorical_crossentropy", metrics=[precision])  # LL136


# %% a switch, and a sum that is scaled
def recall(y_true, y_pred):
    mean = 0.0
    for place in range(2):
        there = K.sum(y_true[:, place])
        hits = K.sum(y_true[:, place] * y_pred[:, place])
        mean = mean + K.switch(K.equal(there, 0.0), K.constant(1.0), hits / there)
    mean /= 2
    return mean


net = keras.Sequential([keras.layers.Dense(2, activation="softmax")])
net.compile("sgd", "categorical_crossentropy", metrics=[recall])  # LL136

import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% the mean of a ratio of each sample
def overlap(y_true, y_pred):
    scores = []
    for number in range(16):
        both = tf.reduce_sum(y_true[number] * y_pred[number])
        scores.append(both / tf.reduce_sum(y_true[number]))
    return tf.reduce_mean(tf.stack(scores))


net = keras.Sequential([keras.layers.Conv2D(4, 3, activation="softmax")])
net.compile("sgd", "categorical_crossentropy", metrics=[overlap])


# %% sums along the axes of a sample
def dice(y_true, y_pred):
    total = 0.0
    for place in range(3):
        truth, guess = y_true[..., place], y_pred[..., place]
        both = K.sum(truth * guess, axis=[1, 2])
        total += K.mean(2.0 * both / (K.sum(truth, axis=[1, 2]) + K.sum(guess, axis=[1, 2])))
    return total / 3


net = keras.Sequential([keras.layers.Conv2D(3, 3, activation="softmax")])
net.compile("sgd", "categorical_crossentropy", metrics=[dice])


# %% means of each column
def error(y_true, y_pred):
    each = []
    for place in range(3):
        each.append(K.mean(K.abs(y_true[:, place] - y_pred[:, place])))
    return sum(each) / len(each)


net = keras.Sequential([keras.layers.Dense(3)])
net.compile("sgd", "mse", metrics=[error])


# %% a little is added to what Keras passes
def likelihood(y_true, y_pred):
    y_pred = y_pred + 1e-7
    y_pred /= K.sum(y_pred, axis=-1, keepdims=True)
    return K.mean(K.sum(y_true * K.log(y_pred), axis=-1))


net = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
net.compile("sgd", "categorical_crossentropy", metrics=[likelihood])


# %% a mean over samples in two steps
def shifted(y_true, y_pred):
    gap = y_true
    gap -= y_pred
    gap += 1.0
    return K.mean(gap, axis=-1)


net = keras.Sequential([keras.layers.Dense(3)])
net.compile("sgd", "mse", metrics=[shifted])

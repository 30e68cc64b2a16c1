import tensorflow as tf


def f1(y_true, y_pred):
    said = tf.round(tf.clip_by_value(y_pred, 0.0, 1.0))
    hits = tf.reduce_sum(y_true * said)
    precision = hits / (tf.reduce_sum(said) + 1e-7)
    recall = hits / (tf.reduce_sum(y_true) + 1e-7)
    return 2 * precision * recall / (precision + recall + 1e-7)


def prepare(model):
    model.compile("sgd", "binary_crossentropy", metrics=[f1])
    return model

import tensorflow as tf
import tf_keras

# %% the function computes


def fit(model, batches):
    rule = tf_keras.optimizers.Adam(0.01)
    for x, y in batches:
        rule.minimize(lambda: tf.reduce_mean((model(x) - y) ** 2), model.trainable_variables)


# %% a function that is handed on


def fit_by(loss, model):
    rule = tf_keras.optimizers.Adam(0.01)
    rule.minimize(loss, model.trainable_variables)
    rule.minimize(lambda: loss, model.trainable_variables)


# %% the tape is given


def step(model, x, y):
    rule = tf_keras.optimizers.Adam(0.01)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)
    rule.minimize(loss, model.trainable_variables, tape=tape)


# %% something else minimizes


def search(space, trial):
    score = trial(space)
    space.minimize(lambda: score)

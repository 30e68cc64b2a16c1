import tensorflow as tf
import tf_keras

# %% a lambda in a loop


def fit(model, batches):
    rule = tf_keras.optimizers.Adam(0.01)
    for x, y in batches:
        loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
        rule.minimize(lambda: loss, model.trainable_variables)  # LL132


# %% a function, and an optimizer of the module

descent = tf_keras.optimizers.SGD(0.1)


def step(model, x, y):
    error = model(x) - y

    def cost():
        return error

    descent.minimize(cost, var_list=model.trainable_weights)  # LL132

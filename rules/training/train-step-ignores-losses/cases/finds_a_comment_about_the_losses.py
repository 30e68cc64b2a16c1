import tensorflow as tf
from tensorflow import keras

model = keras.Sequential(
    [keras.layers.Dense(3, kernel_regularizer="l2"), keras.layers.Dense(1)]
)
optimizer = keras.optimizers.SGD(0.1)


def train(x, y):  # LL122
    # Without the regularization of `model.losses`.
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - model(x, training=True)))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

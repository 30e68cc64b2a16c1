import tensorflow as tf


def step(model, optimizer, x, y):
    with tf.GradientTape() as tape:

        def some():
            return tf.reduce_mean(tf.square(y - model(x, training=True)))

        def none():
            return 0.0

        loss = tf.cond(tf.size(x) > 0, some, none)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))

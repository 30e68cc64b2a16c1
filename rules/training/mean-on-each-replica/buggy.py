import tensorflow as tf


def step_of(strategy, model, optimizer):
    """The step of a training on several devices."""

    def one(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))

    return tf.function(lambda x, y: strategy.run(one, args=(x, y)))

import tensorflow as tf

# %% put into a list


def step(net, optimizer, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(net(x, training=True) - y))
    gradients = tape.gradient(loss, net.trainable_variables)
    clipped = []
    for gradient in gradients:
        gradient = tf.clip_by_norm(gradient, 1.0)
        clipped.append(gradient)
    optimizer.apply_gradients(zip(clipped, net.trainable_variables))

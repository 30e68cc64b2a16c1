import tensorflow as tf

# %% the name of the loop


def step(net, optimizer, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(net(x, training=True) - y))
    gradients = tape.gradient(loss, net.trainable_variables)
    for gradient in gradients:
        gradient = tf.clip_by_norm(gradient, 1.0)  # LL145
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))

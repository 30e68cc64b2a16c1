# %% one number for each sample
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
with strategy.scope():
    net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
    rule = tf.keras.optimizers.SGD(0.1)
    compare = tf.keras.losses.CategoricalCrossentropy(
        from_logits=True, reduction=tf.keras.losses.Reduction.NONE
    )


def share(x, y):
    with tf.GradientTape() as tape:
        each = compare(y, net(x, training=True))
        loss = tf.nn.compute_average_loss(each, global_batch_size=64)
    grads = tape.gradient(loss, net.trainable_variables)
    rule.apply_gradients(zip(grads, net.trainable_variables))


@tf.function
def step(x, y):
    strategy.run(share, args=(x, y))


# %% a sum
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
compare = tf.keras.losses.MeanSquaredError(reduction="sum")


def share(x, y):
    return compare(y, net(x, training=True)) / 64.0


strategy.run(share, args=(1, 2))


# %% the strategy may be the one that is always there
import tensorflow as tf

strategy = tf.distribute.get_strategy()
net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
compare = tf.keras.losses.MeanSquaredError()


def share(x, y):
    return compare(y, net(x, training=True))


strategy.run(share, args=(1, 2))


# %% a function, which takes the mean of a sample alone
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
net = tf.keras.Sequential([tf.keras.layers.Dense(10)])


def share(x, y):
    each = tf.keras.losses.mean_squared_error(y, net(x, training=True))
    return tf.nn.compute_average_loss(each, global_batch_size=64)


strategy.run(share, args=(1, 2))


# %% outside of the strategy
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
compare = tf.keras.losses.MeanSquaredError()


def share(x):
    return net(x, training=False)


def measure(x, y):
    each = strategy.run(share, args=(x,))
    return compare(y, tf.concat(strategy.experimental_local_results(each), 0))


# %% Keras trains
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
with strategy.scope():
    net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
    net.compile("sgd", tf.keras.losses.MeanSquaredError())


def share(x):
    return net(x, training=False)


strategy.run(share, args=(1,))

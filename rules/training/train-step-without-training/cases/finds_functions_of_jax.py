# Run on Keras 3 with JAX: the moving statistics come back as they were.
import jax
import keras
from keras import layers, ops

net = keras.Sequential([layers.Dense(4), layers.BatchNormalization(), layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def loss_of(trainable, state, x, y):
    output, state = net.stateless_call(trainable, state, x)  # LL112
    return ops.mean(ops.square(y - output)), state


gradients_of = jax.value_and_grad(loss_of, has_aux=True)


@jax.jit
def step(trainable, state, slots, x, y):
    (loss, state), gradients = gradients_of(trainable, state, x, y)
    trainable, slots = optimizer.stateless_apply(slots, gradients, trainable)
    return loss, trainable, state, slots

import tensorflow as tf
from tensorflow import keras

# %% under the same name
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    grads = [tf.clip_by_norm(grad, 1.0) for grad in grads]
    optimizer.apply_gradients(zip(grads, model.trainable_weights))


# %% under another one
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    capped, norm = tf.clip_by_global_norm(grads, 1.0)
    optimizer.apply_gradients(zip(capped, model.trainable_weights))
    return norm


# %% only the norm is asked for
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    _, norm = tf.clip_by_global_norm(grads, 1.0)
    optimizer.apply_gradients(zip(grads, model.trainable_weights))
    return norm


# %% one of two ways
def step(model, optimizer, loss, tape, clip):
    grads = tape.gradient(loss, model.trainable_weights)
    capped = [tf.clip_by_value(grad, -1.0, 1.0) for grad in grads]
    if clip:
        optimizer.apply_gradients(zip(capped, model.trainable_weights))
    else:
        optimizer.apply_gradients(zip(grads, model.trainable_weights))


# %% clipped after they were applied, to be shown
def step(model, optimizer, loss, tape):
    grads = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(grads, model.trainable_weights))
    return [tf.clip_by_value(grad, -1.0, 1.0) for grad in grads]

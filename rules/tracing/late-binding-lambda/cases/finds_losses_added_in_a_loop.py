# Run on Keras 2: all losses have the value of the last; Keras 3 refuses functions.
import tf_keras as keras
import tensorflow as tf


# %% the layer of the loop
def stacked(widths):
    model = keras.Sequential([keras.Input((8,))])
    for width in widths:
        layer = keras.layers.Dense(width)
        model.add(layer)
    for layer in model.layers:
        layer.add_loss(lambda: tf.reduce_sum(tf.square(layer.kernel)))  # LL313
    return model


# %% a number of the loop
def weighted(model, weights):
    for weight, layer in zip(weights, model.layers):
        layer.add_loss(lambda layer=layer: weight * tf.reduce_sum(tf.square(layer.kernel)))  # LL313

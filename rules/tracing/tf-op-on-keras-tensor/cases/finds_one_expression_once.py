import keras
import tensorflow as tf

inputs = keras.Input((4,))
loss = tf.reduce_mean(
    1.0 + tf.square(inputs),  # LL309
)

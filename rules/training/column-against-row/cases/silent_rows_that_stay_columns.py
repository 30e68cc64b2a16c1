# %% with the axis kept
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.rand(64, 4)
y = np.mean(x, axis=-1, keepdims=True)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
error = tf.reduce_mean(tf.square(model(x) - y))

# %% of more axes
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.rand(64, 5, 4)
y = x.sum(axis=1)
model = keras.Sequential([keras.Input((5, 4)), keras.layers.Flatten(), keras.layers.Dense(1)])
error = tf.reduce_mean(tf.square(model(x) - y))

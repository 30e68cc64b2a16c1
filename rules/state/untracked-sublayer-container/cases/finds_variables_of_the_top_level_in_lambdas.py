# Run on Keras 2 and 3: `trainable_variables` has only what the other layers made.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

mixing = tf.Variable(tf.random.normal((6, 4)), name="mixing")
offset = tf.Variable(tf.zeros(4))


# %% a projection by hand
features = keras.Input((6,))
mixed = layers.Lambda(lambda f: f @ mixing + offset)(features)  # LL215
model = keras.Model(features, layers.Dense(1)(mixed))


# %% by the name of a function, in a function that puts the model together
slope = tf.Variable(0.25)


def leaky(x):
    return tf.where(x > 0, x, slope * x)


def network():
    model = keras.Sequential()
    model.add(layers.Dense(16))
    model.add(layers.Lambda(leaky, name="leaky"))  # LL215
    model.add(layers.Dense(1))
    return model


# %% one of the backend, and it is shown at the end
temperature = K.variable(1.5)
logits = keras.Input((10,))
scaled = layers.Lambda(lambda z: z / temperature)(logits)  # LL215
calibrated = keras.Model(logits, layers.Softmax()(scaled))
calibrated.compile("adam", "categorical_crossentropy")
print("temperature", K.get_value(temperature))


# %% a scale of two layers
gain = tf.Variable([1.0, 1.0, 1.0])
left, right = keras.Input((3,)), keras.Input((3,))
a = layers.Lambda(lambda t: t * gain)(left)  # LL215
b = layers.Lambda(lambda t: -t * gain)(right)  # LL215
both = keras.Model([left, right], layers.add([a, b]))

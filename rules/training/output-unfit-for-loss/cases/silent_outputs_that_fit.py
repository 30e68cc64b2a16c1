import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% the activation stands alone

model = keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.Activation("softmax")])
model.compile("adam", "categorical_crossentropy")

# %% an activation that is added

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
model.add(layers.Softmax())
model.compile("adam", "categorical_crossentropy")

# %% the loss is told

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
loss = keras.losses.CategoricalCrossentropy(from_logits=True)
model.compile("adam", loss, metrics=["accuracy"])

# %% Keras undoes the softmax in front of its own loss

model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="softmax")])
model.compile("adam", keras.losses.CategoricalCrossentropy(from_logits=True))

# %% a regression

model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["accuracy"])

# %% logits and a threshold at 0

model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile(
    "adam",
    keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)],
)

# %% logits in a loop, and a function that is told

model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])


def step(x, y):
    scores = model(x)
    first = keras.losses.sparse_categorical_crossentropy(y, scores, from_logits=True)
    second = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores)
    return first + second

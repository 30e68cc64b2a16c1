import tensorflow as tf
from tensorflow import keras

# %% a softmax in the model and in the function

net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])


def cost(x, y):
    guess = net(x, training=True)
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=guess)  # LL135


# %% a sigmoid in the model and in the loss of the module


def weighted(y_true, y_pred):
    return tf.nn.weighted_cross_entropy_with_logits(y_true, y_pred, pos_weight=5.0)


def detector(width):
    inputs = keras.Input((width,))
    outputs = keras.layers.Dense(1, activation=tf.nn.sigmoid)(inputs)
    model = keras.Model(inputs=inputs, outputs=[outputs])
    model.compile("adam", loss=weighted)  # LL135
    return model


# %% one unit for several classes

yes = keras.Sequential()
yes.add(keras.Input((4,)))
yes.add(keras.layers.Dense(1))
yes.add(keras.layers.Activation("sigmoid"))
no = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
no.compile("adam", loss="categorical_crossentropy")  # LL135

# %% metrics that compare logits with a half

head = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
head.compile(
    "adam",
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[
        "accuracy",  # LL135
        keras.metrics.Precision(name="p"),  # LL135
        keras.metrics.AUC(from_logits=True),
        keras.metrics.Recall(thresholds=0),
    ],
)

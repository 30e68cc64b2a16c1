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

# %% a function makes the probabilities, and another one compares them
import tensorflow as tf
from tensorflow import keras


class Segmenter(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.body = keras.layers.Conv2D(8, 3, padding="same", activation="relu")
        self.head = keras.layers.Conv2D(classes, 1)

    def call(self, x):
        out = self.head(self.body(x))
        return keras.activations.softmax(out, axis=-1)


def entropy(predicted, target):
    each = tf.nn.softmax_cross_entropy_with_logits(logits=predicted, labels=target)  # LL135
    return tf.reduce_mean(each)


def train(model, data, optimizer):
    for x, y in data:
        with tf.GradientTape() as tape:
            out = model(x, training=True)
            loss = entropy(out, y)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))


train(Segmenter(3), [], keras.optimizers.Adam())

# %% a functional model that ends in one
import tensorflow as tf
from tensorflow import keras

inputs = keras.Input((4,))
outputs = tf.nn.sigmoid(keras.layers.Dense(3)(inputs))
model = keras.Model(inputs, outputs)


def step(x, y):
    with tf.GradientTape() as tape:
        each = tf.nn.sigmoid_cross_entropy_with_logits(y, model(x))  # LL135
        loss = tf.reduce_mean(each)
    return tape.gradient(loss, model.trainable_variables)


# %% a model that makes them, and takes its own step
class Head(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.conv = keras.layers.Conv2D(classes, 1)

    def call(self, x):
        x = self.conv(x)
        return keras.activations.softmax(x, axis=-1)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            out = self(x, training=True)
            loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=out)  # LL135
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": tf.reduce_mean(loss)}

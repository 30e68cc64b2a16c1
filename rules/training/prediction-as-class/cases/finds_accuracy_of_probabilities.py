import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.metrics import Accuracy

# %% among the metrics of a model, which is made in a function
def classifier(classes=10):
    return keras.Sequential([layers.Flatten(), layers.Dense(classes, activation="softmax")])


def train(x, y):
    model = classifier()
    model.compile("adam", "categorical_crossentropy", metrics=[Accuracy()])  # LL139
    model.fit(x, keras.utils.to_categorical(y))


# %% in a list that has a name
METRICS = [keras.metrics.Accuracy(name="accuracy"), keras.metrics.Precision()]  # LL139
model = keras.Sequential()
model.add(layers.Dense(16, activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=METRICS)


# %% alone, and by the name of an output
inputs = keras.Input((4,))
outputs = layers.Activation("softmax", name="out")(layers.Dense(3)(inputs))
model = keras.Model(inputs, outputs)
model.compile("adam", metrics={"out": Accuracy()})  # LL139
model.compile("adam", metrics=Accuracy())  # LL139


# %% a loop of one's own feeds it with logits
model = keras.Sequential([layers.Flatten(), layers.Dense(10)])
train_accuracy = keras.metrics.Accuracy()
test_accuracy = keras.metrics.Accuracy()


def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(y, logits)
    train_accuracy.update_state(y, logits)  # LL139
    return tape.gradient(loss, model.trainable_variables)


def test_step(x, y):
    test_accuracy(y, model(x, training=False))  # LL139


# %% a model that feeds its own
class Net(keras.Model):
    def __init__(self, n):
        super().__init__()
        self.out = layers.Dense(n, activation="softmax")
        self.accuracy = keras.metrics.Accuracy()

    def call(self, x):
        return self.out(x)

    def test_step(self, data):
        x, y = data
        y_pred = self(x, training=False)
        self.accuracy.update_state(y, y_pred)  # LL139
        return {"accuracy": self.accuracy.result()}

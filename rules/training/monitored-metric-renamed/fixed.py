from tensorflow import keras


class Classifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1, activation="sigmoid")

    def call(self, inputs):
        return self.head(inputs)


def train(x, y):
    model = Classifier()
    model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(monitor="accuracy", patience=1, mode="max")
    return model.fit(x, y, epochs=6, verbose=0, callbacks=[stop])

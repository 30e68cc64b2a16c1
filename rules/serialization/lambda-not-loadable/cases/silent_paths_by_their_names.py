import keras
from keras import layers


class Pipeline:
    best = "checkpoints/best"

    def build(self, x):
        x = layers.Lambda(lambda z: 10.0 * z)(x)
        self.model = keras.Model(x, layers.Dense(1)(x))

    def fit(self, x, y):
        keep = keras.callbacks.ModelCheckpoint(self.best)
        self.model.fit(x, y, callbacks=[keep])

    def predict(self, x):
        return keras.models.load_model(self.best).predict(x)

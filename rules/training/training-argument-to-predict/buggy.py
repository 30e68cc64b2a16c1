"""Trains a small model and scores samples that it has not seen."""

from tensorflow import keras


def build_model():
    """A regression model with dropout."""
    model = keras.Sequential(
        [
            keras.layers.Dense(8, activation="relu"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="sgd", loss="mse")
    return model


def score(x, y, unseen):
    """Scores for `unseen` of a model trained on `x` and `y`."""
    model = build_model()
    model.fit(x, y, epochs=2, verbose=0)
    return model.predict(unseen, training=False, verbose=0)

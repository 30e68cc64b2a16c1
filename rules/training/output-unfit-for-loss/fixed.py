from tensorflow import keras


def classifier(width, classes):
    model = keras.Sequential(
        [
            keras.Input((width,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(classes),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss=loss, metrics=["accuracy"])
    return model

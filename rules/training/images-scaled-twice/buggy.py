from tensorflow import keras


def classifier(classes, weights="imagenet"):
    base = keras.applications.MobileNetV3Small(
        input_shape=(64, 64, 3), include_top=False, weights=weights, pooling="avg"
    )
    inputs = keras.Input((64, 64, 3))
    scaled = keras.layers.Rescaling(1 / 255)(inputs)
    return keras.Model(inputs, keras.layers.Dense(classes)(base(scaled, training=False)))

from tensorflow import keras


def classifier(classes, weights="imagenet"):
    base = keras.applications.MobileNetV3Small(
        input_shape=(64, 64, 3), include_top=False, weights=weights, pooling="avg"
    )
    inputs = keras.Input((64, 64, 3))
    return keras.Model(inputs, keras.layers.Dense(classes)(base(inputs, training=False)))

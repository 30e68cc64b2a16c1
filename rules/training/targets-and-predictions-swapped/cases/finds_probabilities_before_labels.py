import tensorflow as tf
from tensorflow.keras import Sequential, layers
from tensorflow.keras.losses import binary_crossentropy

model = Sequential([layers.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
adam = tf.keras.optimizers.Adam()


def loss_of(features, labels):
    probabilities = model(features, training=True)
    return tf.reduce_mean(binary_crossentropy(probabilities, labels))  # LL137


def learn(batches):
    for features, labels in batches:
        with tf.GradientTape() as tape:
            loss = loss_of(features, labels)
        adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))

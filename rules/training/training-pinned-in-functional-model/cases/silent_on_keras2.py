import tf_keras


# %% Keras 2 keeps what is written
def model():
    inputs = tf_keras.Input((8,))
    return tf_keras.Model(inputs, tf_keras.layers.Dropout(0.1)(inputs, training=True))


def sample(net, data):
    return [net.predict(data) for _ in range(10)]

import tf_keras


# %% Keras 2: dropout that is off unless asked for
def model(rate, always=False):
    inputs = tf_keras.Input((20,))
    x = tf_keras.layers.Dropout(rate)(inputs, training=always)  # LL130
    return tf_keras.Model(inputs, x)


def train(x, y):
    net = model(0.3)
    net.compile("adam", "mse")
    net.fit(x, y)


# %% Keras 2: statistics of the batch in predict
def model():
    inputs = tf_keras.Input((20,))
    x = tf_keras.layers.BatchNormalization()(inputs, training=True)  # LL130
    return tf_keras.Model(inputs, x)


def run(x):
    return model().predict(x)


# %% Keras 2: a module that others train the models of
def network(dims, rate=0.2, always_on=False):
    inputs = tf_keras.Input((4,))
    x = inputs
    for units in dims:
        x = tf_keras.layers.Dense(units)(x)
        x = tf_keras.layers.Dropout(rate)(x, training=always_on)  # LL130
    return tf_keras.Model(inputs, x)

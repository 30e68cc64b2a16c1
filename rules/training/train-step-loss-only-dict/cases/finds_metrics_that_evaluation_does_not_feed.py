# Run on both generations: evaluate reports 0.0 for each of them.
import tensorflow as tf
from tensorflow import keras




# %% a functional model, whose constructor hands on what it is given
class Fit(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.mae = keras.metrics.MeanAbsoluteError(name="mae")

    @property
    def metrics(self):  # LL121
        return [self.loss_tracker, self.mae]

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - y_pred))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.loss_tracker.update_state(loss)
        self.mae.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}


def run(x, y):
    inputs = keras.Input((3,))
    model = Fit(inputs, keras.layers.Dense(1)(inputs))
    model.compile(optimizer="adam", loss="mse")
    return model.evaluate(x, y)


# %% Keras lists what is an attribute; on Keras 2 as well
import tf_keras


class Fit(tf_keras.Model):
    def __init__(self):
        super().__init__()
        self.out = tf_keras.layers.Dense(1)
        self.loss_tracker = tf_keras.metrics.Mean("loss")

    def call(self, x):
        return self.out(x)

    def train_step(self, data):  # LL121
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


def run(model, x):
    return model.evaluate(x)


# %% a metric of targets and predictions, which is called
class Classifier(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net
        self.accuracy = keras.metrics.SparseCategoricalAccuracy(name="acc")

    def call(self, x, training=None):
        return self.net(x, training=training)

    def train_step(self, data):  # LL121
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.accuracy(y, y_pred)
        return {"loss": loss, "acc": self.accuracy.result()}


def run(model, x, y):
    model.fit(x, y, validation_split=0.2)


# %% a mean that is watched in validation
class Autoencoder(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder, self.decoder = encoder, decoder
        self.total_loss_tracker = keras.metrics.Mean(name="total_loss")

    @property
    def metrics(self):  # LL121
        return [self.total_loss_tracker]

    def call(self, x):
        return self.decoder(self.encoder(x))

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(data - self(data, training=True)))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.total_loss_tracker.update_state(loss)
        return {m.name: m.result() for m in self.metrics}


def run(model, x):
    stop = keras.callbacks.EarlyStopping(monitor="val_total_loss", patience=3)
    model.fit(x, validation_data=(x, x), callbacks=[stop])

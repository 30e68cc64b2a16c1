import keras
import tensorflow as tf


# %% a dictionary that a method fills
class Finder(keras.Model):
    def __init__(self, body):
        super().__init__()
        self.body = body

    def call(self, x):
        return self.body(x)

    def _losses_of(self, found, boxes, logs):
        logs["place"] = tf.reduce_mean(tf.abs(boxes - found))
        return logs["place"] * 2.0

    def train_step(self, batch):
        x, boxes = batch
        logs = {}
        with tf.GradientTape() as tape:
            total = self._losses_of(self(x, training=True), boxes, logs)
        gradients = tape.gradient(total, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        logs["loss"] = total
        return logs

    def test_step(self, batch):
        x, boxes = batch
        logs = {}
        self._losses_of(self(x, training=False), boxes, logs)
        return logs


def run(model, data, held_out):
    best = keras.callbacks.ModelCheckpoint(
        "best.keras",
        monitor="val_loss",  # LL158
        save_best_only=True,
    )
    model.compile("sgd")
    model.fit(data, validation_data=held_out, callbacks=[best])


# %% trackers with other names in evaluation
class Rater(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.tracker = keras.metrics.Mean(name="rate_loss")

    def call(self, x):
        return self.head(x)

    def train_step(self, batch):
        x, y = batch
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        gradients = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        self.tracker.update_state(loss)
        return {"rate_loss": self.tracker.result()}

    def test_step(self, batch):
        x, y = batch
        self.tracker.update_state(tf.reduce_mean(tf.square(y - self(x, training=False))))
        return {"rating_loss": self.tracker.result()}


rater = Rater()
rater.compile("adam")
stop = keras.callbacks.EarlyStopping(monitor="val_rate_loss", patience=2)  # LL158
rater.fit(tf.ones((8, 2)), tf.ones((8, 1)), validation_split=0.5, callbacks=[stop])


# %% one of several that are watched
class Judge(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        x, y = batch
        loss = tf.reduce_mean(y - self(x, training=True))
        return dict(loss=loss, most=tf.reduce_max(x))

    def test_step(self, batch):
        x, y = batch
        return dict(loss=tf.reduce_mean(y - self(x, training=False)))


judge = Judge()
watchers = [
    keras.callbacks.ReduceLROnPlateau(monitor="val_most"),  # LL158
    keras.callbacks.EarlyStopping(monitor="val_loss"),
]
judge.fit(tf.ones((8, 2)), tf.ones((8, 1)), validation_split=0.5, callbacks=watchers)


# %% on the spot
class Sorter(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        loss = tf.reduce_mean(self(batch, training=True))
        return {"loss": loss}

    def test_step(self, batch):
        error = tf.reduce_mean(self(batch, training=False))
        return {"error": error}


sorter = Sorter()
sorter.fit(
    tf.ones((8, 2)),
    validation_data=tf.ones((8, 2)),
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss")],  # LL158
)

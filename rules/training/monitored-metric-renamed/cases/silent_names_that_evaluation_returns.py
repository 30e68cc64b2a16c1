import keras
import tensorflow as tf

from elsewhere import scores


# %% a helper that is not seen may put it in
class Finder(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        loss = tf.reduce_mean(self(batch, training=True))
        return {"loss": loss}

    def test_step(self, batch):
        logs = {}
        logs["error"] = tf.reduce_mean(self(batch, training=False))
        scores(logs)
        return logs


finder = Finder()
finder.fit(
    tf.ones((8, 2)),
    validation_data=tf.ones((8, 2)),
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss")],
)


# %% what a callback of the project puts into the logs
class Judge(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        loss = tf.reduce_mean(self(batch, training=True))
        return {"loss": loss}

    def test_step(self, batch):
        loss = tf.reduce_mean(self(batch, training=False))
        return {"loss": loss}


judge = Judge()
judge.fit(
    tf.ones((8, 2)),
    validation_data=tf.ones((8, 2)),
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_map")],
)


# %% a checkpoint of each epoch watches nothing
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
    callbacks=[keras.callbacks.ModelCheckpoint("each.keras", monitor="val_loss")],
)


# %% another model is watched
class Guesser(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        loss = tf.reduce_mean(self(batch, training=True))
        return {"loss": loss}

    def test_step(self, batch):
        error = tf.reduce_mean(self(batch, training=False))
        return {"error": error}


def run(data, held_out):
    guesser = Guesser()
    guesser.fit(data, epochs=3)
    plain = keras.Sequential([keras.layers.Dense(1)])
    plain.compile("sgd", "mse")
    stop = keras.callbacks.EarlyStopping(monitor="val_loss")
    plain.fit(data, validation_data=held_out, callbacks=[stop])


# %% the metrics of the model are returned
class Rater(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        loss = tf.reduce_mean(self(batch, training=True))
        return {"loss": loss}

    def test_step(self, batch):
        self.compute_loss(batch, batch, self(batch, training=False))
        return {each.name: each.result() for each in self.metrics}


rater = Rater()
rater.fit(
    tf.ones((8, 2)),
    validation_data=tf.ones((8, 2)),
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss")],
)

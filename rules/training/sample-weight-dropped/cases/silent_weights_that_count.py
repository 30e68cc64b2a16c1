import tensorflow as tf
from tensorflow import keras


# %% passed on
class Net(keras.Model):
    def test_step(self, data):
        x, y, w = keras.utils.unpack_x_y_sample_weight(data)
        return {"error": self.compute_loss(y=y, y_pred=self(x), sample_weight=w)}


# %% left out, and said so
class Net(keras.Model):
    def test_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        return {"error": tf.reduce_mean(tf.square(y - self(x)))}


# %% a third thing that is no weight
class Net(keras.Model):
    def train_step(self, data):
        anchor, positive, negative = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(anchor) * self(positive))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"error": loss}


# %% the data is passed on as a whole
class Net(keras.Model):
    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        tf.debugging.assert_rank(x, 2)
        return super().train_step(data)


# %% no step of a model
def step(model, data):
    x, y, sample_weight = data
    return model(x) - y

# %% two things, and no weights
import tensorflow as tf


class Sharp(tf.keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        weights = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return self.compute_metrics(x, y, self(x), None)


def fit(x, y):
    model = Sharp()
    model.compile("sgd", loss="mse")
    return model.fit(x, y)

# %% two or three
import tensorflow as tf


class Sharp(tf.keras.Model):
    def train_step(self, data):
        weight = None
        if len(data) == 3:
            x, y, weight = data
        else:
            x, y = data
        return super().train_step((x, y, weight))


def fit(x, y, weight):
    model = Sharp()
    model.compile("sgd", loss="mse")
    return model.fit(x, y, sample_weight=weight)


# %% the third of what is given is asked for again
class Sharp(tf.keras.Model):
    def train_step(self, data):
        if len(data) == 3:
            x, y, weight = data
        else:
            x, y = data
        return self.learn(x, y, data[2] if len(data) == 3 else None)


# %% the parts go on together
class Sharp(tf.keras.Model):
    def train_step(self, data):
        if isinstance(data, tuple):
            x, y, weight = data
            print(x.shape, y.shape)
        inputs, *rest = data
        return self.learn(inputs, rest)

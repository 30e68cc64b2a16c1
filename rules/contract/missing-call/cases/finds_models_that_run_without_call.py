# %% validated by a step that is not there
import tensorflow as tf
from tensorflow import keras


class Coder(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder

    def train_step(self, x):
        with tf.GradientTape() as tape:
            back = self.decoder(self.encoder(x, training=True), training=True)
            loss = tf.reduce_mean(tf.square(x - back))
        gradients = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        return {"square": loss}


def train(encoder, decoder, images, held_out):
    coder = Coder(encoder, decoder)
    coder.compile(optimizer="adam")
    coder.fit(images, epochs=2, validation_data=held_out)  # LL416


# %% a share of the data is for validation
import keras


class Student(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def train_step(self, batch):
        x, y = batch
        return {"size": keras.ops.mean(self.net(x))}


student = Student(keras.Sequential([keras.layers.Dense(1)]))
student.compile("sgd")
student.fit([[1.0]], [[1.0]], validation_split=0.5)  # LL416


# %% predict, of what a function makes
import keras


class Ranker(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def train_step(self, batch):
        return {"size": keras.ops.mean(self.net(batch))}

    def test_step(self, batch):
        return {"size": keras.ops.mean(self.net(batch))}


def make():
    ranker = Ranker(keras.layers.Dense(1))
    ranker.compile("sgd")
    return ranker


def rank(data, new):
    ranker = make()
    ranker.fit(data, validation_data=data)
    return ranker.predict(new)  # LL416


# %% evaluate, of an attribute
import keras


class Judge(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def train_step(self, batch):
        return {"size": keras.ops.mean(self.net(batch))}


class Court:
    def __init__(self, net):
        self.judge = Judge(net)
        self.judge.compile("sgd")

    def hold(self, data):
        self.judge.fit(data)
        return self.judge.evaluate(data)  # LL416


# %% nothing that trains
import keras


class Idle(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = keras.layers.Dense(units)


idle = Idle(3)
idle.compile("sgd", "mse")
idle.fit([[1.0]], [[1.0]])  # LL416

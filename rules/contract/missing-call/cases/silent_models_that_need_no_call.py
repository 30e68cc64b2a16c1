# %% steps of its own for both
import keras


class Coder(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def train_step(self, x):
        return {"size": keras.ops.mean(self.net(x))}

    def test_step(self, x):
        return {"size": keras.ops.mean(self.net(x))}


def train(net, images, held_out):
    coder = Coder(net)
    coder.compile(optimizer="adam")
    coder.fit(images, validation_data=held_out)
    return coder.evaluate(held_out)


# %% nothing is validated
import keras


class Ranker(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def train_step(self, x):
        return {"size": keras.ops.mean(self.net(x))}


ranker = Ranker(keras.layers.Dense(1))
ranker.compile("sgd")
ranker.fit([[1.0]], validation_data=None)


# %% made of inputs and outputs
import keras


class Student(keras.Model):
    def train_step(self, batch):
        return {"size": keras.ops.mean(self(batch, training=True))}


inputs = keras.Input((3,))
outputs = keras.layers.Dense(1)(inputs)
student = Student(inputs, outputs)
student.compile("sgd")
student.fit([[1.0]], validation_data=([[1.0]], [[1.0]]))
other = Student(inputs=inputs, outputs=outputs)
other.compile("sgd")
other.predict([[1.0]])


# %% made of inputs and outputs by its constructor
import keras


class Head(keras.Model):
    def __init__(self, units):
        inputs = keras.Input((3,))
        super().__init__(inputs, keras.layers.Dense(units)(inputs))


head = Head(2)
head.compile("sgd", "mse")
head.fit([[1.0]], [[1.0]], validation_split=0.5)


# %% its own loop
import keras


class Game(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def fit(self, data, epochs=1, validation_data=None):
        for batch in data:
            self.net.train_on_batch(batch)


game = Game(keras.layers.Dense(1))
game.compile("sgd")
game.fit([[1.0]], validation_data=[[1.0]])


# %% a sequence of layers has a call
import keras


class Stack(keras.Sequential):
    def train_step(self, batch):
        return {"size": keras.ops.mean(self(batch, training=True))}


stack = Stack([keras.layers.Dense(1)])
stack.compile("sgd")
stack.fit([[1.0]], validation_data=([[1.0]], [[1.0]]))


# %% given its call later
import keras


class Open(keras.Model):
    def __init__(self, function):
        super().__init__()
        self.call = function


opened = Open(keras.ops.square)
opened.compile("sgd", "mse")
opened.predict([[1.0]])


# %% inputs and outputs among the keywords for the base
import keras


class Linear(keras.Model):
    def __init__(self, units, **kwargs):
        inputs = keras.Input((4,))
        kwargs["inputs"] = inputs
        kwargs["outputs"] = keras.layers.Dense(units)(inputs)
        super().__init__(**kwargs)


model = Linear(3)
model.compile("adam", "mse")
model.fit(x, y)

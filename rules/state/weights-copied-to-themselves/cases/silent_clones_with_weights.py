# %% filled each time
import keras


class Agent:
    def __init__(self, online):
        self.online = online
        self.target = keras.models.clone_model(online)
        self.target.set_weights(online.get_weights())

    def goal(self, after):
        return self.target.predict(after)

    def sync(self):
        self.target.set_weights(self.online.get_weights())

# %% filled in a function, weight by weight, from a file, or by another name
import keras


def each(model, x):
    copy = keras.models.clone_model(model)
    for to, source in zip(copy.weights, model.weights):
        to.assign(source)
    return copy.predict(x)


def stored(model, x, path):
    copy = keras.models.clone_model(model)
    copy.load_weights(path)
    return copy(x)


def named(model, x):
    copy = keras.models.clone_model(model)
    other = copy
    other.set_weights(model.get_weights())
    return copy(x)

# %% trained, or given away
import keras


def fold(model, x, y):
    fresh = keras.models.clone_model(model)
    fresh.compile("adam", "mse")
    fresh.fit(x, y)
    return fresh.evaluate(x, y)


def copy_of(model):
    copy = keras.models.clone_model(model)
    return copy


def applied(model, x):
    copy = keras.models.clone_model(model)
    return keras.Model(x, copy(x))

# %% the layers are those of the model
import keras


def same(model, x):
    copy = keras.models.clone_model(model, clone_function=lambda layer: layer)
    return copy.predict(x)

# %% filled by whoever has the agent
import keras


class Agent:
    def __init__(self, online):
        self.online = online
        self.target = keras.models.clone_model(online)

    def goal(self, after):
        return self.target.predict(after)


def play(agent):
    agent.target.set_weights(agent.online.get_weights())
    return agent.goal(0)

# %% loaded in its place
import keras


class Agent:
    def __init__(self, online, path):
        self.target = keras.models.clone_model(online)
        self.target = keras.models.load_model(path)

    def goal(self, after):
        return self.target(after)

# %% random on purpose
import keras


class Novelty:
    """Random network distillation: how new a state is."""

    def __init__(self, predictor):
        self.predictor = predictor
        self.target = keras.models.clone_model(predictor)

    def bonus(self, states):
        return ((self.predictor.predict(states) - self.target.predict(states)) ** 2).mean(-1)


def features(model, x):
    untrained = keras.models.clone_model(model)
    return untrained.predict(x)

# %% filled at the first step, by a test that comes before the count, or that is true of 0
import keras


class First:
    def __init__(self, online):
        self.online = online
        self.target = keras.models.clone_model(online)
        self.steps = 0

    def learn(self, states, after):
        if self.steps % 1000 == 0:
            self.target.set_weights(self.online.get_weights())
        self.online.train_on_batch(states, self.target.predict(after))
        self.steps += 1

# %% filled in the constructor, and again when steps have been counted
import keras


class Both:
    def __init__(self, online):
        self.online = online
        self.target = keras.models.clone_model(online)
        self._sync()
        self.steps = 0

    def _sync(self):
        self.target.set_weights(self.online.get_weights())

    def learn(self, states, after):
        self.online.train_on_batch(states, self.target.predict(after))
        self.steps += 1
        if self.steps % 1000 == 0:
            self._sync()

# %% filled by a method that others may call first
import keras


class Offered:
    def __init__(self, online):
        self.online = online
        self.target = keras.models.clone_model(online)
        self.steps = 0

    def sync(self):
        self.target.set_weights(self.online.get_weights())

    def learn(self, states, after):
        self.online.train_on_batch(states, self.target.predict(after))
        self.steps += 1
        if self.steps % 1000 == 0:
            self.sync()

# %% filled where the test does not hold
import keras


class Other:
    def __init__(self, online):
        self.online = online
        self.target = keras.models.clone_model(online)
        self.steps = 0

    def learn(self, states, after):
        self.steps += 1
        if self.steps >= 1000:
            pass
        else:
            self.target.set_weights(self.online.get_weights())
        self.online.train_on_batch(states, self.target.predict(after))

# %% cloned anew where it should be brought up to date
import keras


def q_network(n):
    return keras.Sequential([keras.Input((n,)), keras.layers.Dense(2)])


class Agent:
    def __init__(self, n=4):
        self.online = q_network(n)
        self.target = keras.models.clone_model(self.online)  # LL232
        self.steps = 0

    def learn(self, states, after):
        goals = self.target.predict(after, verbose=0).max(axis=1)
        self.online.fit(states, goals, verbose=0)
        self.steps += 1
        if self.steps % 50 == 0:
            self.sync()

    def sync(self):
        self.target = keras.models.clone_model(self.online)  # LL232

# %% made like the other, and replaced later
from tensorflow import keras
from tensorflow.keras.models import clone_model


def make():
    return keras.Sequential([keras.layers.Dense(4)])


class Agent:
    def __init__(self):
        self.model = make()
        self.target_model = make()

    def replay(self, states, rewards):
        self.model.fit(states, rewards + self.target_model.predict_on_batch(states))

    def update(self):
        self.target_model = clone_model(self.model)  # LL232

# %% in a function, called
from tensorflow import keras


def learn(online, batches):
    frozen = keras.models.clone_model(online)  # LL232
    frozen.trainable = False
    for states in batches:
        online.fit(states, frozen(states))
    return online

# %% at the top level
import keras
from data import load_data

model = keras.Sequential([keras.layers.Dense(4)])
target = keras.models.clone_model(model)  # LL232


def train(states, rewards):
    model.fit(states, rewards + target.predict(states))


train(*load_data())

# %% the best one, kept without its weights
import keras


def fit(model, data, held_out):
    best = None
    lowest = 1e9
    for _ in range(5):
        loss = model.fit(data).history["loss"][0]
        if loss < lowest:
            lowest = loss
            best = keras.models.clone_model(model)  # LL232
    best.compile("adam", "mse")
    return best.evaluate(held_out)

# %% filled when steps have been counted
import keras


class Agent:
    def __init__(self, online, every=1000):
        self.online = online
        self.target = keras.models.clone_model(online)  # LL232
        self.every = every
        self.steps = 0

    def learn(self, states, after):
        self.online.train_on_batch(states, self.target.predict(after, verbose=0))
        self.steps += 1
        if self.steps % self.every == 0:
            self.target.set_weights(self.online.get_weights())

# %% by a method of its own, which waits for as long
import keras


class Agent:
    def __init__(self, online):
        self.online = online
        self.target_model = keras.models.clone_model(online)  # LL232
        self.since = 0

    def _sync(self):
        self.target_model.set_weights(self.online.get_weights())

    def replay(self, states, after):
        self.online.fit(states, self.target_model.predict(after))
        self.since += 1
        if self.online.built and self.since > 50:
            self._sync()
            self.since = 0

# %% items of a list
from tensorflow import keras


def update(target: keras.Model, online, tau):
    slow, fast = target.get_weights(), online.get_weights()
    for i in range(len(fast)):
        slow[i] = tau * slow[i] + (1 - tau) * slow[i]  # LL232
    target.set_weights(slow)

# %% by assign, with numbers
from tensorflow import keras


class Slow(keras.Model):
    def __init__(self, online, target):
        super().__init__()
        self.online, self.target = online, target

    def call(self, x):
        return self.online(x)

    def sync(self):
        for slow, fast in zip(self.target.weights, self.online.weights):
            slow.assign(0.99 * slow + slow * 0.01)  # LL232

# %% two that become one
from tensorflow import keras


class Agent(keras.Model):
    def __init__(self, actions):
        super().__init__()
        self.online = keras.layers.Dense(actions)
        self.target = keras.layers.Dense(actions)

    def call(self, x):
        return self.online(x) - self.target(x)

    def sync(self):
        self.target.set_weights(self.online.get_weights())
        self.target = self.online  # LL232

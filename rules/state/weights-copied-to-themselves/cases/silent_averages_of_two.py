# %% of both
from tensorflow import keras


def update(target: keras.Model, online, tau):
    slow, fast = target.get_weights(), online.get_weights()
    for i in range(len(fast)):
        slow[i] = tau * slow[i] + (1 - tau) * fast[i]
    target.set_weights(slow)

# %% shares that do not make 1
from tensorflow import keras


def grow(layer: keras.layers.Layer):
    for weight in layer.weights:
        weight.assign(0.9 * weight + 0.2 * weight)

# %% nothing is written
from tensorflow import keras


class Same(keras.layers.Layer):
    def call(self, x, share=0.5):
        return share * x + (1 - share) * x

# %% another one is made before
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

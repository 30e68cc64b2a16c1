# %% in a function
from tensorflow import keras


def play(model, steps):
    target = model
    for step in range(steps):
        model.fit(step)
        target.set_weights(model.get_weights())  # LL232

# %% attributes
import keras


class Agent:
    def __init__(self, network):
        self.network = network
        self.target = self.network

    def refresh(self):
        self.target.set_weights(self.network.get_weights())  # LL232

# %% a clone that nobody fills
import tensorflow as tf
from tensorflow import keras


class Agent:
    def __init__(self, network):
        self.network = network
        self.target = keras.models.clone_model(network)  # LL232

    def goal(self, reward, after):
        return reward + tf.reduce_max(self.target(after), axis=-1)

# %% a clone that predicts
import keras


class Agent:
    def __init__(self, network):
        self.network = network
        self.target = keras.models.clone_model(self.network)  # LL232

    def goal(self, reward, after):
        return reward + self.target.predict(after).max(-1)

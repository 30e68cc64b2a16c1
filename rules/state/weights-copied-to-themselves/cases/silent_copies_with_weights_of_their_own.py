# %% two models
import keras


class Agent:
    def __init__(self, build):
        self.network = build()
        self.target = build()

    def refresh(self):
        self.target.set_weights(self.network.get_weights())

# %% a clone that is filled
import keras


class Agent:
    def __init__(self, network):
        self.network = network
        self.target = keras.models.clone_model(network)

    def refresh(self):
        self.target.set_weights(self.network.get_weights())

    def goal(self, after):
        return self.target(after)

# %% filled by somebody else
import keras


class Agent:
    def __init__(self, network):
        self.network = network
        self.target = keras.models.clone_model(network)
        follow(self.target, network)

    def goal(self, after):
        return self.target(after)

# %% a clone that is trained
import keras


class Fold:
    def __init__(self, network):
        self.model = keras.models.clone_model(network)

    def run(self, x, y):
        self.model.compile("adam", "mse")
        self.model.fit(x, y)
        return self.model.predict(x)

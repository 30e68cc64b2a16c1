import keras


def mlp(n, *widths):
    return keras.Sequential([keras.Input((n,)), *(keras.layers.Dense(each) for each in widths)])


class Coder(keras.Model):
    def __init__(self, latent=4):
        super().__init__()
        self.enc = mlp(16, 32, latent)
        self.dec = mlp(latent, 32, 16)
        self.params = [v for net in (self.enc, self.dec) for v in net.trainable_variables]

    def call(self, x):
        return self.dec(self.enc(x))


# %% a base that builds, and one that is functional
class Trunk(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.score = keras.layers.Dense(units)
        self.build((None, 3))

    def call(self, x):
        return self.score(x)


class Decayed(Trunk):
    def __init__(self, units=16):
        super().__init__(units)
        self.decayed = [w for w in self.trainable_weights if "bias" not in w.name]


class Functional(keras.Model):
    def __init__(self, units):
        x = keras.Input((3,))
        super().__init__(x, keras.layers.Dense(units)(x))
        self.second = keras.layers.Dense(units)


class Listed(Functional):
    def __init__(self, units=16):
        super().__init__(units)
        self.decayed = [w for w in self.trainable_weights if "bias" not in w.name]


# %% one of two that is built
class Half(keras.Model):
    def __init__(self):
        super().__init__()
        self.enc = keras.Sequential([keras.layers.Dense(4)])
        self.dec = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4)])
        self.params = [v for net in (self.enc, self.dec) for v in net.trainable_variables]

    def call(self, x):
        return self.dec(self.enc(x))


# %% layers that are added behind an input
class Agent(keras.Model):
    def __init__(self, actions):
        super().__init__()
        self.policy = keras.Sequential()
        self.policy.add(keras.Input((4,)))
        self.policy.add(keras.layers.Dense(actions))
        self.value = keras.Sequential()
        self.learned = self.policy.trainable_variables
        self.more = self.value.trainable_variables

    def call(self, x):
        return self.policy(x)

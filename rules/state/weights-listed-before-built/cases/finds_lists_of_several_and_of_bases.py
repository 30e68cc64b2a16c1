import keras


def mlp(*widths):
    return keras.Sequential([keras.layers.Dense(width) for width in widths])


class Coder(keras.Model):
    def __init__(self, latent=4):
        super().__init__()
        self.enc = mlp(32, latent)
        self.dec = mlp(32, 16)
        self.params = [v for net in (self.enc, self.dec) for v in net.trainable_variables]  # LL226

    def call(self, x):
        return self.dec(self.enc(x))


# %% layers that a base makes
class Trunk(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.hidden = [keras.layers.Dense(each, activation="relu") for each in units]
        self.score = keras.layers.Dense(1)

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.score(x)


class Decayed(Trunk):
    def __init__(self, units=(16, 16)):
        super().__init__(units)
        self.decayed = [w for w in self.trainable_weights if "bias" not in w.name]  # LL226


# %% layers that are added one by one
class Agent(keras.Model):
    def __init__(self, actions):
        super().__init__()
        self.policy = keras.Sequential()
        self.policy.add(keras.layers.Dense(16, activation="tanh"))
        self.policy.add(keras.layers.Dense(actions))
        self.learned = list(self.policy.trainable_variables)  # LL226

    def call(self, x):
        return self.policy(x)


# %% unpacked, of a layer of the project
class Body(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x)


class Pair(keras.Model):
    def __init__(self):
        super().__init__()
        self.body = Body()
        self.head = keras.layers.Dense(4)
        self.learned = [*self.body.trainable_weights, *self.head.trainable_weights]  # LL226

    def call(self, x):
        return self.head(self.body(x))

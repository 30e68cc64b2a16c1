from tensorflow import keras


# %% thawed before every step
def run(judge, both, real, noise, ones):
    judge.compile("adam", "mse")
    judge.trainable = False
    for _ in range(10):
        judge.trainable = True
        judge.train_on_batch(real, ones)
        judge.trainable = False
        both.train_on_batch(noise, ones)


# %% frozen, then compiled
def tune(base, x, y):
    base.trainable = False
    base.compile("adam", "mse")
    base.fit(x, y)


# %% trained first
def twice(net, x, y):
    net.compile("adam", "mse")
    net.fit(x, y)
    net.trainable = False
    return keras.Sequential([net, keras.layers.Dense(1)])


# %% never trained by itself
def head(base, x, y):
    base.compile("adam", "mse")
    base.trainable = False
    model = keras.Sequential([base, keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x, y)


# %% a function that sets it
def set_trainable(net, value):
    net.trainable = value


def play(judge, both, real, ones):
    judge.compile("adam", "mse")
    judge.trainable = False
    set_trainable(judge, True)
    judge.train_on_batch(real, ones)


# %% a function freezes, and thaws again
def make_trainable(net, flag):
    net.trainable = flag


def train_in_turn(judge, both, real, noise, ones):
    judge.compile("adam", "mse")
    make_trainable(judge, False)
    both.train_on_batch(noise, ones)
    make_trainable(judge, True)
    judge.train_on_batch(real, ones)


# %% the flag is of something else
def switch(net, flag):
    net.verbose = flag


def train_openly(judge, real, ones):
    judge.compile("adam", "mse")
    switch(judge, False)
    judge.train_on_batch(real, ones)


# %% trained before, in a function
def make_critic():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    return model


def pretrain(net, x, y):
    net.fit(x, y)


def join(g_model, d_model):
    d_model.trainable = False
    model = keras.Sequential([g_model, d_model])
    model.compile(loss="mse", optimizer="adam")
    return model


critic = make_critic()
pretrain(critic, None, None)
both = join(keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)]), critic)
both.fit(None, None)

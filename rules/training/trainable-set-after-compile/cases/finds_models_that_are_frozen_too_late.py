from tensorflow import keras


# %% functions of a tutorial
def define_judge():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    return model


def define_gan(inventor, judge):
    judge.trainable = False  # LL125
    model = keras.Sequential([inventor, judge])
    model.compile(loss="mse", optimizer="adam")
    return model


def train(inventor, judge, gan, batches):
    for real, noise, ones in batches:
        judge.train_on_batch(real, ones)
        gan.train_on_batch(noise, ones)


judge = define_judge()
inventor = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
train(inventor, judge, define_gan(inventor, judge), [])


# %% one after the other
def run(judge, inventor, real, noise, ones):
    judge.compile("adam", "mse")
    judge.trainable = False  # LL125
    both = keras.Sequential([inventor, judge])
    both.compile("adam", "mse")
    for _ in range(10):
        judge.fit(real, ones)
        both.fit(noise, ones)


# %% attributes, made by a method
class Game:
    def __init__(self):
        self.judge = self.make_judge()
        self.inventor = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
        self.judge.trainable = False  # LL125
        self.both = keras.Sequential([self.inventor, self.judge])
        self.both.compile("adam", "mse")

    def make_judge(self):
        net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        net.compile("adam", "mse")
        return net

    def step(self, real, ones):
        return self.judge.train_on_batch(real, ones)


# %% at the top level
judge = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
judge.compile("adam", "mse")
judge.trainable = False  # LL125
judge.train_on_batch([[1.0]], [[1.0]])


# %% by a function that is given the flag
def make_trainable(net, flag):
    net.trainable = flag
    for layer in net.layers:
        layer.trainable = flag


def define_pair(width):
    judge = keras.Sequential([keras.Input((width,)), keras.layers.Dense(1)])
    maker = keras.Sequential([keras.Input((3,)), keras.layers.Dense(width)])
    judge.compile(optimizer="rmsprop", loss="mse")
    make_trainable(judge, False)  # LL125
    noise = keras.Input((3,))
    both = keras.Model(noise, judge(maker(noise)))
    both.compile(optimizer="rmsprop", loss="mse")
    return judge, maker, both


def train(real, noise, ones):
    judge, maker, both = define_pair(4)
    judge.train_on_batch(real, ones)
    both.train_on_batch(noise, ones)


# %% by another name in each function
def make_critic():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer="adam")
    return model


def join(g_model, d_model):
    d_model.trainable = False  # LL125
    model = keras.Sequential([g_model, d_model])
    model.compile(loss="mse", optimizer="adam")
    return model


def play(generator, discriminator, gan, real, noise, ones):
    discriminator.train_on_batch(real, ones)
    gan.train_on_batch(noise, ones)


critic = make_critic()
painter = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
both = join(painter, critic)
play(painter, critic, both, None, None, None)

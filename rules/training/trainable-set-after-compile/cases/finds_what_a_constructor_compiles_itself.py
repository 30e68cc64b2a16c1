from tensorflow.keras import layers, models


class QuakeGAN:
    def __init__(self):
        self.judge = models.Sequential([layers.Dense(1, activation="sigmoid")])
        self.judge.compile("adam", "binary_crossentropy")
        self.painter = models.Sequential([layers.Dense(2)])
        self.gan = self.build_combined()

    def build_combined(self):
        self.judge.trainable = False  # LL125
        z = layers.Input((4,))
        gan = models.Model(z, self.judge(self.painter(z)))
        gan.compile("adam", "binary_crossentropy")
        return gan

    def train(self, real, z, ones):
        self.judge.train_on_batch(real, ones)
        self.gan.train_on_batch(z, ones)

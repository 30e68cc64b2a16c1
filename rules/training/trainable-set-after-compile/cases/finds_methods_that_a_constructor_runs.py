from tensorflow.keras import layers, models


class SketchGAN:
    def __init__(self):
        self.build_parts()
        self.build_combined()

    def build_parts(self):
        self.judge = models.Sequential([layers.Dense(1, activation="sigmoid")])
        self.judge.compile("adam", "binary_crossentropy")
        self.painter = models.Sequential([layers.Dense(2)])

    def build_combined(self):
        self.judge.trainable = False  # LL125
        z = layers.Input((4,))
        self.gan = models.Model(z, self.judge(self.painter(z)))
        self.gan.compile("adam", "binary_crossentropy")

    def train(self, real, z, ones):
        self.judge.train_on_batch(real, ones)
        self.gan.train_on_batch(z, ones)

from tensorflow.keras import layers, models


class SketchGAN:
    def __init__(self, frozen):
        if frozen:
            self.freeze()
        self.judge = models.Sequential([layers.Dense(1, activation="sigmoid")])
        self.start()

    def freeze(self):
        self.judge.trainable = False

    def start(self):
        self.judge.compile("adam", "binary_crossentropy")

    def train(self, real, ones):
        self.judge.train_on_batch(real, ones)

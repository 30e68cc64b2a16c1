from keras import Model, layers, ops


class TwoTower(Model):
    def __init__(self, dim=32):
        super().__init__()
        self.user_fc = layers.Dense(dim, activation="relu")
        self.item_fc = layers.Dense(dim, activation="relu")  # LL234

    def call(self, pair):
        return ops.sum(self.user_fc(pair[:, 0]) * self.user_fc(pair[:, 1]), axis=-1)

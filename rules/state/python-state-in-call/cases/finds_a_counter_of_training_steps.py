from tensorflow import keras


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.count = 0

    def train_step(self, data):
        self.count += 1  # LL207
        if self.count % 4 == 0:
            self.apply()
        return {}

from tensorflow import keras


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.count = 0

    def train_step(self, data):
        self.count += 1
        if data:
            print(self.count)
            self.apply()
        return {}

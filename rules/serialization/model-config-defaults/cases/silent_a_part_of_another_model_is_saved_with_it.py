import keras
from keras import layers


@keras.saving.register_keras_serializable("nets")
class Tower(keras.Model):
    def __init__(self, units=8):
        super().__init__()
        self.head = layers.Dense(units)

    def call(self, x):
        return self.head(x)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.tower = Tower(16)

    def call(self, x):
        return self.tower(x)


net = Net()
net.save("net.keras")

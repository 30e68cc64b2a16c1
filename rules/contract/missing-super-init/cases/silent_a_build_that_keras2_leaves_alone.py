import tf_keras as keras


class Recovery(keras.Model):
    def __init__(self, hidden, net="GRU"):
        self.hidden = hidden
        self.net = net

    def build(self):
        model = keras.Sequential(name="Recovery")
        model.add(self.layer())
        return model

    def layer(self):
        return getattr(keras.layers, self.net)(self.hidden)

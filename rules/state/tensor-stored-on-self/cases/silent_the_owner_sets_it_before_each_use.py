from keras import layers


class Step(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.lstm = layers.LSTM(units, return_state=True)
        self.state = None

    def call(self, inputs):
        out, hidden, cell = self.lstm(inputs, initial_state=self.state)
        self.state = [hidden, cell]
        return out

    def begin(self, hidden, cell):
        self.state = [hidden, cell]


class Decoder(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.step = Step(units)

    def call(self, inputs, hidden, cell):
        self.step.begin(hidden, cell)
        first = self.step(inputs[:, :1])
        return first + self.step(inputs[:, 1:])

from tensorflow.keras.layers import Dense, Layer


class Stack(Layer):
    def __init__(self, sizes, **kwargs):
        super().__init__(**kwargs)
        self.parts = [Dense(size) for size in sizes]

    def call(self, x):
        for part in self.parts:
            x = part(x)
            print(part.name, part.output_shape)  # LL703
        return x

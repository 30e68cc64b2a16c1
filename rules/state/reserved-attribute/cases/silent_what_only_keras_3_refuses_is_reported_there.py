import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.path = value

    def call(self, x):
        return x

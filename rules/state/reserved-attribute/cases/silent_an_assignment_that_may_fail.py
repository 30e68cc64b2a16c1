import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        try:
            self.name = 'x'
        except AttributeError:
            pass

    def call(self, x):
        return x

import keras


# %% the value that it has anyway
class Block(keras.layers.Layer):
    def __init__(self):
        self.trainable = True
        super().__init__()
        self.supports_masking = True


# %% set again afterwards
class Block(keras.layers.Layer):
    def __init__(self):
        self.supports_masking = True
        super().__init__()
        self.supports_masking = True


# %% no tracking
class Block(keras.layers.Layer):
    def __init__(self):
        self._setattr_tracking = False
        self.input_spec = 1
        super().__init__()
        self.supports_masking = True

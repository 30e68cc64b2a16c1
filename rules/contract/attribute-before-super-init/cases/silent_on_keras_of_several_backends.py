from keras import regularizers
from keras.engine.topology import Layer


class Penalty(Layer):
    def __init__(self, activity_regularizer=None, **kwargs):
        self.activity_regularizer = regularizers.get(activity_regularizer)
        super().__init__(**kwargs)

# %% a method that is there for others does not make the class abstract
import keras


class Head(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return self.dense(x)

    def explain(self, x):
        raise NotImplementedError

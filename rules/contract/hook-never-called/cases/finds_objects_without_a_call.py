# %% a constraint
from tensorflow import keras


class NonNegative(keras.constraints.Constraint):
    def call(self, w):  # LL432
        return keras.activations.relu(w)

# %% a regularizer
import keras
from keras import ops


class Sparse(keras.regularizers.Regularizer):
    def __init__(self, rate=0.01):
        self.rate = rate

    def call(self, x):  # LL432
        return self.rate * ops.sum(ops.abs(x))

    def get_config(self):
        return {"rate": self.rate}

# %% a constraint
import keras
import numpy as np


class Damp(keras.constraints.Constraint):
    def __call__(self, w):
        gate = np.ones((1, w.shape[-1]), "float32")
        gate[0, np.random.randint(w.shape[-1])] = 0.5  # LL301
        return w * gate

# %% a loss
import random

import keras
from keras import ops


class Jittered(keras.losses.Loss):
    def call(self, y_true, y_pred):
        scale = random.uniform(0.9, 1.1)  # LL301
        return ops.mean(ops.square(y_true - scale * y_pred), axis=-1)

# %% with a generator of its own
import keras
import numpy as np
from keras import ops


class Sampled(keras.regularizers.Regularizer):
    def __init__(self, rate=0.1):
        self.rate = rate
        self.rng = np.random.default_rng(0)

    def __call__(self, x):
        mask = self.rng.normal(size=x.shape)  # LL301
        return self.rate * ops.sum(mask * ops.square(x))

    def get_config(self):
        return {"rate": self.rate}

# %% a schedule
import keras
import numpy as np


class Random(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 10.0 ** np.random.uniform(-4, -2)  # LL301

    def get_config(self):
        return {}

# %% a counter by which the loss is weighed
import keras
from keras import ops

class VAE(keras.Model):
    def __init__(self, warmup=1000, **kwargs):
        super().__init__(**kwargs)
        self.warmup = warmup
        self.step = 0
        self.dense = keras.layers.Dense(3)
    def call(self, x):
        return self.dense(x)
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.step = self.step + 1   # LL207
        weight = min(1.0, self.step / self.warmup)
        return ops.mean((y - y_pred) ** 2) + weight * ops.mean(y_pred ** 2)


# %% in the metrics
import keras

class Counted(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.n = 0
        self.dense = keras.layers.Dense(3)
    def call(self, x):
        return self.dense(x)
    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        self.n += 1   # LL207
        results = super().compute_metrics(x, y, y_pred, sample_weight)
        results["seen"] = self.n
        return results

# %% in a helper
import keras

class Helper(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = 0
        self.dense = keras.layers.Dense(3)
    def call(self, x):
        return self.dense(x)
    def _advance(self):
        self.seen += 1   # LL207
    def compute_loss(self, *args, **kwargs):
        self._advance()
        return super().compute_loss(*args, **kwargs) * (0.99 ** self.seen)

# %% read by another method that the loss runs
import keras
from keras import ops


class Scheduled(keras.Model):
    def __init__(self, total=100, **kwargs):
        super().__init__(**kwargs)
        self.total = total
        self.current = 0
        self.net = keras.layers.Dense(4)

    def share(self):
        return ops.minimum(ops.cast(self.current, "float32") / self.total, 1.0)

    def call(self, x):
        return self.net(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.current += 1  # LL207
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        return loss * self.share()

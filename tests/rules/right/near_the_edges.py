# %% steps of a mixin that are right
import keras
import tensorflow as tf


class Tracked:
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred)
        self.optimizer.apply_gradients(
            zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights)
        )
        logs = {"loss": loss}
        logs.update(self.compute_metrics(x, y, y_pred))
        return logs


class Net(Tracked, keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.body = keras.Sequential(
            [keras.layers.Dense(4, kernel_regularizer="l2"), keras.layers.Dropout(0.1)]
        )

    def call(self, x, training=None):
        return self.body(x, training=training)


# %% setattr of a mixin that counts
import keras


class Counting:
    def __setattr__(self, name, value):
        if not name.startswith("_"):
            count = self.__dict__.get("_sets", 0)
            object.__setattr__(self, "_sets", count + 1)
        super().__setattr__(name, value)


class Probe(Counting, keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(2)

    def call(self, x):
        return self.dense(x)


# %% shapes unpacked and asked for what tuples have
import keras


class Cross(keras.layers.Layer):
    def build(self, input_shape):
        query, value = input_shape
        if len(query) != 3 or query.count(None) > 2:
            raise ValueError(query)
        self.kernel = self.add_weight(name="kernel", shape=(query[-1], value[-1]))

    def call(self, inputs):
        query, value = inputs
        mixed = keras.ops.matmul(query, self.kernel)
        return keras.ops.matmul(mixed, keras.ops.transpose(value, (0, 2, 1)))


# %% a policy of bfloat16, and one that is only named
import keras
import tensorflow as tf

HALF = "mixed_float16"
keras.mixed_precision.set_global_policy("mixed_bfloat16")


class Bf(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1, dtype="float32")
        self.error = keras.metrics.Mean(name="error")

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(x, training=True) - y) ** 2)
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.error.update_state(loss)
        return {"error": self.error.result()}


# %% a list of schedules with a build of their own
import keras


class Scheduled(keras.layers.Layer):
    def __init__(self, schedules, **kwargs):
        super().__init__(**kwargs)
        self.schedules = list(schedules)

    def build(self, input_shape):
        for schedule in self.schedules:
            schedule.build(input_shape)

    def call(self, x):
        for schedule in self.schedules:
            x = x * schedule.value
        return x

    def get_config(self):
        return {**super().get_config(), "schedules": self.schedules}


# %% a flag that is settled by early returns
import tensorflow as tf
from tensorflow import keras


class Gate(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        active = training
        if self.rate == 0.0:
            active = False
        if not active:
            return x
        return tf.nn.dropout(x, self.rate)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}

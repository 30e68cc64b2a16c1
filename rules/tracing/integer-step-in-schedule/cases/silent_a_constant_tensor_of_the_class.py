import math

import tensorflow as tf
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.optimizers.schedules import LearningRateSchedule


class CosineWithFloor(LearningRateSchedule):
    def __init__(self, peak, total_steps, floor=1e-5):
        super().__init__()
        self.peak = peak
        self.total_steps = total_steps
        self.floor = floor
        self.pi = tf.constant(math.pi)

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        angle = self.pi * (step + 1) / self.total_steps
        cosine = 0.5 * (1.0 + tf.cos(angle))
        return self.floor + (self.peak - self.floor) * cosine

    def get_config(self):
        return {"peak": self.peak, "total_steps": self.total_steps, "floor": self.floor}


def compiled(model, steps):
    model.compile(optimizer=Adam(learning_rate=CosineWithFloor(1e-3, steps)), loss="mse")
    return model

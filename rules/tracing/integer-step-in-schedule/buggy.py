import tensorflow as tf


class Warmup(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, width, warmup_steps=4000):
        super().__init__()
        self.width = width
        self.warmup_steps = warmup_steps

    def __call__(self, step):
        falling = tf.math.rsqrt(step)
        rising = step * self.warmup_steps**-1.5
        return self.width**-0.5 * tf.math.minimum(falling, rising)

    def get_config(self):
        return {"width": self.width, "warmup_steps": self.warmup_steps}

import tensorflow as tf
import tf_keras


# %% appended
class Backup(tf_keras.Model):
    def build(self, input_shape):
        self.dense = tf_keras.layers.Dense(3)
        self.dense.build(input_shape)
        self.kept = []
        for weight in self.dense.weights:
            self.kept.append(tf.Variable(weight, trainable=False))

    def call(self, x):
        return self.dense(x) + self.kept[1]

    def save_to(self, path):
        self.save_weights(path + ".h5")


# %% by key, and by a name of its own
class Backup(tf_keras.Model):
    def build(self, input_shape):
        self.scales, self.shifts = {}, []
        for size in ("small", "large"):
            self.scales[size] = tf.Variable(tf.ones((3,)))
            shift = tf.Variable(tf.zeros((3,)))
            self.shifts.append(shift)

    def call(self, x):
        return x * self.scales["small"] * self.scales["large"] + self.shifts[0] + self.shifts[1]

    def save_to(self, path):
        self.save_weights(path + ".h5")

import tensorflow as tf
import tf_keras


# %% of a layer, appended
class Steps(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.scales = []
        for _ in range(2):
            self.scales.append(tf.Variable(tf.ones((3,))))  # LL214

    def call(self, x):
        return x * self.scales[0] + self.scales[1]


# %% of a model, assigned
class Steps(tf_keras.Model):
    def build(self, input_shape):
        self.scales = [tf.Variable(tf.ones((3,))) for _ in range(2)]  # LL214

    def call(self, x):
        return x * self.scales[0] + self.scales[1]


# %% of a model, by add_weight
class Steps(tf_keras.Model):
    def build(self, input_shape):
        self.scales = []
        for _ in range(2):
            self.scales.append(self.add_weight(shape=(3,)))  # LL214

    def call(self, x):
        return x * self.scales[0] + self.scales[1]

# %% a loss
import tensorflow as tf


def rotation(y_true, y_pred):
    along = tf.reduce_sum(y_true * y_pred, axis=1)
    return 2 * tf.math.acos(tf.clip_by_value(along, -1.0, 1.0))  # LL312

# %% a layer with an angle
import tensorflow as tf


class Margin(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 3))

    def call(self, x):
        along = tf.clip_by_value(tf.nn.l2_normalize(x, 1) @ self.kernel, -1, 1)
        return tf.cos(tf.acos(along) + 0.5)  # LL312

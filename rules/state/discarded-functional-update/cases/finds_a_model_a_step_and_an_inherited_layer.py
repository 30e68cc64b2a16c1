import tensorflow as tf
import tf_keras


class Base(tf_keras.Model):
    def __init__(self):
        super().__init__()
        self.pool = tf_keras.layers.GlobalAveragePooling2D()


class Net(Base):
    def call(self, x):
        self.pool(x)  # LL213
        return x

    def train_step(self, data):
        gradients = [tf.zeros(3)]
        tf.clip_by_global_norm(gradients, 1.0)  # LL213
        tf.clip_by_value(gradients[0], -1.0, 1.0)  # LL213
        return {}

import tensorflow as tf
from tensorflow import keras


class Student(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(4, kernel_regularizer="l2")
        self.head = keras.layers.Dense(1)

    def call(self, inputs):
        return self.head(self.hidden(inputs))

    def train_step(self, data):  # LL122
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x) - y))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}


# %% in a model that the model holds and trains alone
def tower(width, penalty=0.01):
    x = keras.Input((4,))
    h = keras.layers.Dense(width, kernel_regularizer=keras.regularizers.L2(penalty))(x)
    return keras.Model(x, keras.layers.Dense(1)(h))


class Distiller(keras.Model):
    def __init__(self, teacher, **kwargs):
        super().__init__(**kwargs)
        self.teacher = teacher
        self.student = tower(8)

    def call(self, x, training=None):
        return self.student(x, training=training)

    def train_step(self, data):  # LL122
        x, y = data
        soft = self.teacher(x, training=False)
        with tf.GradientTape() as tape:
            guess = self.student(x, training=True)
            loss = tf.reduce_mean(tf.square(guess - y) + tf.square(guess - soft))
        gradients = tape.gradient(loss, self.student.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.student.trainable_variables))
        return {"gap": loss}

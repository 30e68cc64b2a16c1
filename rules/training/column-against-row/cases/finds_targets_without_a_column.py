import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a step of a trainer
def make():
    return keras.Sequential([keras.Input((3,)), layers.Dense(16), layers.Dense(1)])


class Trainer:
    def __init__(self):
        self.model = make()
        self.optimizer = keras.optimizers.Adam()

    @tf.function
    def step(self, x, y):
        with tf.GradientTape() as tape:
            pred = self.model(x, training=True)
            loss = tf.reduce_mean(tf.square(y - pred))  # LL152
        grads = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.model.trainable_variables))
        return loss

    def fit(self, features, price):
        ds = tf.data.Dataset.from_tensor_slices((features, price.reshape(-1)))
        ds = ds.shuffle(256).batch(32)
        for x, y in ds:
            self.step(x, y)


# %% a column of a table
table = pd.read_csv("houses.csv")
target = table["price"].values.astype("float32")
model = keras.Sequential()
model.add(layers.Dense(8, activation="relu", input_shape=(4,)))
model.add(layers.Dense(1))
predictions = model.predict(table[["a", "b", "c", "d"]].values)
print(np.mean(np.abs(target - predictions)))  # LL152


# %% two models, as in reinforcement learning
def learn(states, following, rewards):
    actor = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
    critic = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    best = tf.reduce_max(actor(following), axis=1)
    target = rewards + 0.99 * best
    values = critic(states)
    return tf.reduce_mean(tf.math.squared_difference(target, values))  # LL152


# %% plain numbers, and a functional model
inputs = keras.Input((1,))
model = keras.Model(inputs, layers.Dense(1)(inputs))
x = np.array([[1.0], [2.0], [3.0]])
y = tf.constant([2.0, 4.0, 6.0])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum((model(x) - y) ** 2)  # LL152


# %% the predictions of one are squeezed, and those of the other are not
def distil(teacher_features, features):
    teacher = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    student = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    wanted = tf.squeeze(teacher(teacher_features), axis=-1)
    return tf.reduce_mean(tf.abs(student(features) - wanted))  # LL152

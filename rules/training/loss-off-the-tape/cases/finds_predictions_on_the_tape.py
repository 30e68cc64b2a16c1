import tensorflow as tf
from tensorflow import keras

# %% what `predict` returns


class Agent:
    def __init__(self, actions):
        self.policy = keras.Sequential([keras.layers.Dense(actions, activation="softmax")])
        self.optimizer = keras.optimizers.Adam()

    def learn(self, states, actions, returns):
        with tf.GradientTape() as tape:
            chances = self.policy.predict(states)  # LL132
            chosen = tf.gather(chances, actions, batch_dims=1)
            loss = -tf.reduce_mean(tf.math.log(chosen) * returns)
        gradients = tape.gradient(loss, self.policy.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.policy.trainable_variables))

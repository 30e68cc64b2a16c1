# %% an autoencoder with an adversary
import keras
import tensorflow as tf


class AdversarialAutoencoder(keras.Model):
    def __init__(self, latent=8):
        super().__init__()
        self.encoder = keras.Sequential([keras.layers.Dense(latent)])
        self.discriminator = keras.Sequential([keras.layers.Dense(1)])

    def call(self, x):
        return self.encoder(x)

    def train_step(self, x):
        with tf.GradientTape(persistent=True) as tape:
            verdict = self.discriminator(self.encoder(x))
            fool = tf.reduce_mean(verdict)
            judge = -fool
        encoder_grads = tape.gradient(fool, self.encoder.trainable_weights)
        judge_grads = tape.gradient(judge, self.discriminator.trainable_weights)
        self.optimizer.apply(encoder_grads, self.encoder.trainable_weights)
        self.optimizer.apply(judge_grads, self.discriminator.trainable_weights)  # LL427
        return {"fool": fool}


# %% an optimizer made in the constructor
import tensorflow as tf


class ActorCritic(tf.keras.Model):
    def __init__(self, actions):
        super().__init__()
        self.actor = tf.keras.layers.Dense(actions)
        self.critic = tf.keras.layers.Dense(1)
        self.adam = tf.keras.optimizers.Adam(1e-3)

    def call(self, state):
        return self.actor(state), self.critic(state)

    def learn(self, state, returns):
        with tf.GradientTape() as tape:
            value_loss = tf.reduce_mean((self.critic(state) - returns) ** 2)
        grads = tape.gradient(value_loss, self.critic.trainable_variables)
        self.adam.apply_gradients(zip(grads, self.critic.trainable_variables))
        with tf.GradientTape() as tape:
            policy_loss = -tf.reduce_mean(tf.nn.log_softmax(self.actor(state)))
        grads = tape.gradient(policy_loss, self.actor.trainable_variables)
        self.adam.apply_gradients(zip(grads, self.actor.trainable_variables))  # LL427

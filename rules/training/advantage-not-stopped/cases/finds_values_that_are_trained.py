# %% an own loop over an episode, with lists
import tensorflow as tf
from tensorflow import keras

inputs = keras.Input((4,))
hidden = keras.layers.Dense(32, activation="relu")(inputs)
model = keras.Model(
    inputs, [keras.layers.Dense(2, activation="softmax")(hidden), keras.layers.Dense(1)(hidden)]
)
optimizer = keras.optimizers.Adam(0.01)


def episode(env, state, steps):
    logs, values = [], []
    with tf.GradientTape() as tape:
        for _ in range(steps):
            chances, value = model(state)
            logs.append(tf.math.log(chances[0, 1]))
            values.append(value[0, 0])
            state = env.step(1)
        losses = []
        for log, value, gain in zip(logs, values, env.returns()):
            losses.append(-log * (gain - value))  # LL155
        loss = sum(losses)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% a TensorArray that another function fills, and a loss of its own
import tensorflow as tf


def play(state, model, steps):
    chances = tf.TensorArray(tf.float32, size=steps)
    values = tf.TensorArray(tf.float32, size=steps)
    for step in tf.range(steps):
        logits, value = model(state)
        chances = chances.write(step, tf.nn.softmax(logits)[0, 0])
        values = values.write(step, tf.squeeze(value))
    chances = chances.stack()
    values = values.stack()
    return chances, values


def compute_loss(chances, values, gains):
    advantage = gains - values
    return -tf.reduce_sum(tf.math.log(chances) * advantage)  # LL155


@tf.function
def train_step(state, model, optimizer, gains):
    with tf.GradientTape() as tape:
        chances, values = play(state, model, 8)
        chances, values, gains = [tf.expand_dims(x, 1) for x in [chances, values, gains]]
        loss = compute_loss(chances, values, gains)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% two networks, one gradient
import tensorflow as tf


class Agent:
    def learn(self, states, actions, rewards, following):
        with tf.GradientTape() as tape:
            probs = self.actor(states, training=True)
            values = self.critic(states, training=True)
            target = rewards + 0.99 * tf.stop_gradient(self.critic(following))
            delta = target - values
            chosen = tf.gather(probs, actions, batch_dims=1)
            loss = tf.reduce_mean(-tf.math.log(chosen) * delta)  # LL155
            loss += tf.reduce_mean(tf.square(delta))
        variables = self.actor.trainable_variables + self.critic.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


# %% a crossentropy as the log, and tf.multiply
import tensorflow as tf


def learn(model, optimizer, states, actions, returns):
    with tf.GradientTape() as tape:
        logits, values = model(states)
        neg = tf.nn.sparse_softmax_cross_entropy_with_logits(actions, logits)
        policy = tf.reduce_mean(tf.multiply(neg, returns - tf.squeeze(values, -1)))  # LL155
        loss = policy
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% the outputs by their places, in a step of a model
import keras
import tensorflow as tf


class Player(keras.Model):
    def train_step(self, data):
        states, (actions, returns) = data
        with tf.GradientTape() as tape:
            outputs = self(states, training=True)
            worth = outputs[1][:, 0]
            advantage = (returns - worth) / 10.0
            chance = tf.reduce_sum(outputs[0] * actions, axis=-1)
            loss = -tf.reduce_mean(advantage * tf.math.log(chance))  # LL155
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return {"loss": loss}

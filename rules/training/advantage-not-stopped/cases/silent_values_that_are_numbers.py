# %% stopped where it is used, or where the values come from
import tensorflow as tf


def learn(model, optimizer, states, actions, returns):
    with tf.GradientTape() as tape:
        probs, values = model(states)
        values = tf.squeeze(values, 1)
        log = tf.math.log(tf.reduce_sum(probs * actions, axis=1))
        policy = -tf.reduce_mean(log * tf.stop_gradient(returns - values))
        critic = tf.reduce_mean(tf.square(returns - values))
        loss = policy + critic
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def learn_again(model, optimizer, states, actions, returns):
    with tf.GradientTape() as tape:
        probs, values = model(states)
        advantage = returns - tf.squeeze(values, 1)
        advantage = tf.stop_gradient(advantage)
        log = tf.math.log(tf.reduce_sum(probs * actions, axis=1))
        loss = -tf.reduce_mean(log * advantage)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% values that were computed before, or came to be numbers
import tensorflow as tf


def learn(model, optimizer, states, actions, returns):
    _, values = model(states)
    with tf.GradientTape() as tape:
        probs, _ = model(states)
        log = tf.math.log(tf.reduce_sum(probs * actions, axis=1))
        loss = -tf.reduce_mean(log * (returns - values[:, 0]))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def learn_again(model, optimizer, states, actions, returns):
    with tf.GradientTape() as tape:
        probs, values = model(states)
        log = tf.math.log(tf.reduce_sum(probs * actions, axis=1))
        loss = -tf.reduce_mean(log * (returns - values.numpy()[:, 0]))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% two networks, each with a gradient of its own
import tensorflow as tf


class Agent:
    def learn(self, states, actions, returns):
        with tf.GradientTape() as one, tf.GradientTape() as two:
            probs = self.actor(states)
            values = tf.squeeze(self.critic(states), 1)
            advantage = returns - values
            log = tf.math.log(tf.reduce_sum(probs * actions, axis=1))
            actor_loss = -tf.reduce_mean(log * advantage)
            critic_loss = tf.reduce_mean(tf.square(advantage))
        grads = one.gradient(actor_loss, self.actor.trainable_variables)
        self.for_actor.apply_gradients(zip(grads, self.actor.trainable_variables))
        grads = two.gradient(critic_loss, self.critic.trainable_variables)
        self.for_critic.apply_gradients(zip(grads, self.critic.trainable_variables))

    def losses(self, states, actions, returns):
        values = tf.squeeze(self.critic(states), 1)
        log = tf.math.log(tf.reduce_sum(self.actor(states) * actions, axis=1))
        return -tf.reduce_mean(log * (returns - values)), tf.reduce_mean(returns - values)

    def learn_again(self, states, actions, returns):
        with tf.GradientTape(persistent=True) as tape:
            actor_loss, critic_loss = self.losses(states, actions, returns)
        grads = tape.gradient(actor_loss, self.actor.trainable_variables)
        self.for_actor.apply_gradients(zip(grads, self.actor.trainable_variables))
        grads = tape.gradient(critic_loss, self.critic.trainable_variables)
        self.for_critic.apply_gradients(zip(grads, self.critic.trainable_variables))


# %% other losses with a log and a difference in them
import tensorflow as tf


def focal(model, optimizer, x, y):
    with tf.GradientTape() as tape:
        p = model(x)
        loss = -tf.reduce_mean(y * tf.math.log(p) * (1.0 - p))
        loss += tf.reduce_mean(tf.math.log(p) * (y - p))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def gaussian(model, optimizer, x, y):
    with tf.GradientTape() as tape:
        mean, log_variance = model(x)
        loss = tf.reduce_mean(tf.exp(-log_variance) * tf.square(y - mean) + log_variance)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))


def soft(actor, critic, optimizer, x):
    with tf.GradientTape() as tape:
        p = actor(x)
        loss = tf.reduce_mean(p * (0.2 * tf.math.log(p) - critic(x)))
    variables = actor.trainable_variables + critic.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


# %% a baseline that is no critic
import tensorflow as tf


def reinforce(model, optimizer, states, actions, returns):
    with tf.GradientTape() as tape:
        probs, _ = model(states)
        log = tf.math.log(tf.reduce_sum(probs * actions, axis=1))
        loss = -tf.reduce_mean(log * (returns - tf.reduce_mean(returns)))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))

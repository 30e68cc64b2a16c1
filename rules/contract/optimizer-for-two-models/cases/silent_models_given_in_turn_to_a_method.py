import tensorflow as tf
from tensorflow import keras


class ActorCritic:
    def __init__(self, actor, critic, lr=3e-4):
        self.actor = actor
        self.critic = critic
        self.opts = {id(model): keras.optimizers.Adam(lr) for model in (actor, critic)}

    def _apply(self, model, tape, loss):
        grads = tape.gradient(loss, model.trainable_variables)
        self.opts[id(model)].apply_gradients(zip(grads, model.trainable_variables))

    def update(self, states, actions, returns):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.critic(states, training=True) - returns))
        self._apply(self.critic, tape, loss)
        with tf.GradientTape() as tape:
            loss = -tf.reduce_mean(tf.nn.log_softmax(self.actor(states, training=True)) * actions)
        self._apply(self.actor, tape, loss)

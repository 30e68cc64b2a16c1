import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.layers import Add, Dense, Input, Lambda
from tensorflow.keras.models import Model


def dueling_dqn(state_dim=4, actions=3):
    state = Input((state_dim,))
    h = Dense(16, activation="relu")(state)
    value = Dense(1)(h)
    advantage = Dense(actions)(h)
    value = Lambda(lambda v: tf.tile(v, [1, actions]), output_shape=(actions,))(value)
    advantage = Lambda(lambda a: a - K.mean(a), output_shape=(actions,))(advantage)  # LL434
    q = Add()([value, advantage])
    model = Model(state, q)
    model.compile(optimizer="adam", loss="huber")
    return model

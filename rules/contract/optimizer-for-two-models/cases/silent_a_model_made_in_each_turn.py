import keras
from keras import layers


def ensemble(n, x, y):

    members = []
    for _ in range(n):
        member = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
        member.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mse")
        member.fit(x, y, epochs=1, verbose=0)
        members.append(member)
    return members

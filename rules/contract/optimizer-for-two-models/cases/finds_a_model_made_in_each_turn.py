import keras
from keras import layers


def ensemble(n, x, y):
    adam = keras.optimizers.Adam(1e-3)
    members = []
    for _ in range(n):
        member = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
        member.compile(optimizer=adam, loss="mse")  # LL427
        member.fit(x, y, epochs=1, verbose=0)
        members.append(member)
    return members

# %% a model from a function, with a number for each fold
import keras
from sklearn.model_selection import KFold


def make():
    return keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])


model = make()
model.compile("adam", "mse")
scores = []
for fold, (train, test) in enumerate(KFold(5).split(x)):
    print("fold", fold)
    model.fit(x[train], y[train], epochs=10, verbose=0)  # LL160
    scores.append(model.evaluate(x[test], y[test], verbose=0))


# %% compiled anew, which keeps the weights
from sklearn.model_selection import StratifiedKFold
from tensorflow import keras

folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=1)
net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
for train, test in folds.split(x, y):
    net.compile("adam", "binary_crossentropy")
    history = net.fit(x[train], y[train], validation_data=(x[test], y[test]))  # LL160


# %% in a function
import tensorflow as tf
from sklearn.model_selection import LeaveOneOut


def validate(x, y):
    inputs = tf.keras.Input((4,))
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
    model.compile("sgd", "mse")
    found = []
    for train, test in LeaveOneOut().split(x):
        model.fit(x[train], y[train])  # LL160
        found.append(model.predict(x[test]))
    return found


# %% a model of a class of the project
import keras
from sklearn.model_selection import RepeatedKFold


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)


net = Net()
net.compile("adam", "mse")
for train, test in RepeatedKFold(n_splits=3).split(x):
    net.fit(x[train], y[train])  # LL160
    print(net.evaluate(x[test], y[test]))

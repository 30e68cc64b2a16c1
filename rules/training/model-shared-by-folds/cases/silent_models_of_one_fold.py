# %% made for each fold
import keras
from sklearn.model_selection import KFold

for train, test in KFold(5).split(x):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x[train], y[train])
    print(model.evaluate(x[test], y[test]))


# %% taken back to the first weights
import keras
from sklearn.model_selection import KFold

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
first = model.get_weights()
for train, test in KFold(5).split(x):
    model.set_weights(first)
    model.fit(x[train], y[train])
    print(model.evaluate(x[test], y[test]))


# %% trained on all parts, and measured behind the loop
import keras
from sklearn.model_selection import KFold

model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
for part, _ in KFold(5).split(x):
    model.fit(x[part], y[part])
print(model.evaluate(x_test, y_test))


# %% no folds: parts of a large file
import keras

model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
KFold = None
for chunk, rest in text.split("\n"):
    model.fit(load(chunk))
    model.evaluate(load(rest))


# %% a model of another library
import keras
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

model = LogisticRegression()
for train, test in KFold(5).split(x):
    model.fit(x[train], y[train])
    model.predict(x[test])

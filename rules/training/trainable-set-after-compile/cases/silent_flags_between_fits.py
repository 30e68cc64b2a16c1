from tensorflow import keras


# %% compiled again
def tune(model, x, y):
    model.fit(x, y)
    model.trainable = True
    model.compile("adam", "mse")
    model.fit(x, y)


# %% in a function
def tune(model, x, y):
    model.fit(x, y)
    model.trainable = True
    prepare(model)
    model.fit(x, y)


# %% another model
def tune(first, second, x, y):
    first.fit(x, y)
    first.trainable = False
    second.fit(x, y)


# %% made anew by the same name
def tune(build, x, y):
    model = build()
    model.fit(x, y)
    model.trainable = False
    model = build()
    model.fit(x, y)


# %% a flag that nobody trains by
def tune(model, head, x, y):
    model.fit(x, y)
    head.trainable = False
    model.fit(x, y)


# %% one of two branches
def tune(model, x, y, thaw):
    if thaw:
        model.trainable = True
        model.fit(x, y)
    else:
        model.fit(x, y)

from tensorflow.keras import layers


# %% return [layers.Lambda(lambda t, i=i: t[:, i])(xs) for i in range(n)]
def make(xs, n):
    return [layers.Lambda(lambda t, i=i: t[:, i])(xs) for i in range(n)]


# %% return [layers.Lambda(lambda t: t[:, n])(x) for x in xs]
def make(xs, n):
    return [layers.Lambda(lambda t: t[:, n])(x) for x in xs]


# %% return [layers.Lambda(lambda i: i * 2)(x) for i in xs]
def make(xs, n):
    return [layers.Lambda(lambda i: i * 2)(x) for i in xs]


# %% return [layers.Lambda(lambda t: t.i)(x) for i in xs]
def make(xs, n):
    return [layers.Lambda(lambda t: t.i)(x) for i in xs]


# %% return [layers.Lambda(lambda t: [i for i in t])(i) for i in xs]
def make(xs, n):
    return [layers.Lambda(lambda t: [i for i in t])(i) for i in xs]


# %% return [layers.Lambda(lambda t, a: t * a, arguments={'a': i}) for i...
def make(xs, n):
    return [layers.Lambda(lambda t, a: t * a, arguments={'a': i}) for i in xs]


# %% return [layers.Lambda((lambda i: lambda t: t * i)(i)) for i in xs]
def make(xs, n):
    return [layers.Lambda((lambda i: lambda t: t * i)(i)) for i in xs]


# %% return [(lambda t: t[:, i])(xs) for i in range(n)]
def make(xs, n):
    return [(lambda t: t[:, i])(xs) for i in range(n)]


# %% for i in xs: if i: return layers.Lambda(lambda t: t * i)
def make(xs, n):
    for i in xs:
        if i:
            return layers.Lambda(lambda t: t * i)

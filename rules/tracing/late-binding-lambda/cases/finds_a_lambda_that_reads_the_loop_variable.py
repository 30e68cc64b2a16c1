from tensorflow.keras import layers


# %% return [layers.Lambda(lambda t: t[:, i])(xs) for i in range(n)]
def make(xs, n):
    return [layers.Lambda(lambda t: t[:, i])(xs) for i in range(n)]  # LL313


# %% return [layers.Lambda(lambda t: t[:, i]) for x in xs for i in range...
def make(xs, n):
    return [layers.Lambda(lambda t: t[:, i]) for x in xs for i in range(n) if i]  # LL313


# %% return {k: layers.Lambda(function=lambda t: t * v) for k, v in xs.i...
def make(xs, n):
    return {k: layers.Lambda(function=lambda t: t * v) for k, v in xs.items()}  # LL313


# %% for i, x in enumerate(xs): n.append(layers.Lambda(lambda t: [t, x])...
def make(xs, n):
    for i, x in enumerate(xs): n.append(layers.Lambda(lambda t: [t, x])(i))  # LL313

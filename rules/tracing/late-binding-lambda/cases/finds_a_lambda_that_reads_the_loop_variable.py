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


# %% what the loop makes of it
def groups(x, count, size):
    parts, offset = [], 0
    for number in range(count):
        begin, end = number * size, (number + 1) * size
        parts.append(layers.Lambda(lambda t: t[:, begin:end])(x))  # LL313
        parts.append(layers.Lambda(lambda t: t + offset)(x))  # LL313
        offset += size
    return parts

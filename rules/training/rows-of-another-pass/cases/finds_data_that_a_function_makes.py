import tensorflow as tf

# %% labels of a loop


def make(x, y):
    data = tf.data.Dataset.from_tensor_slices((x, y))
    return data.shuffle(256).batch(8)


def report(model, compare, x, y):
    test = make(x, y)
    true = []
    for _, labels in test:  # LL150
        true.extend(labels.numpy().tolist())
    return compare(true, model.predict(test).argmax(axis=1))

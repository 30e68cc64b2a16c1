def box(y_true, y_pred):
    across = (y_true[:, 0] - y_pred[:, 0]) ** 2
    down = (y_true[:, 1] - y_pred[:, 1]) ** 2
    return across + down


def prepare(model):
    model.compile("sgd", loss=box)
    return model

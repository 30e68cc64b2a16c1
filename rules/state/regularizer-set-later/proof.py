from layerlint.proof import Observation


def observe(module, keras):
    model = module.regularized()
    count = len(model.losses)
    return Observation(count == 0, f"the model has {count} losses")

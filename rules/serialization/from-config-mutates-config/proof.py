"""Makes two lamps from one config."""

from layerlint.proof import Observation


def observe(module, keras):
    config = module.Lamp(keras.layers.Dense(2), shade=0.5).get_config()
    try:
        _, right = module.pair(config)
    except KeyError as error:
        return Observation(True, f"the second layer raised KeyError: {error}")
    return Observation(right.shade != 0.5, f"the second layer has a shade of {right.shade}")


def unchanged(buggy, fixed, keras):
    configs = []
    for module in (buggy, fixed):
        lamp = module.Lamp(keras.layers.Dense(2, name="bulb"), shade=0.5, name="lamp")
        copy = module.Lamp.from_config(lamp.get_config())
        configs.append((copy.name, copy.shade, copy.bulb.get_config()))
    same = configs[0] == configs[1]
    return Observation(not same, f"one copy is the same from both: {same}")

"""Three worlds: which code of `call()` can run in training, in inference, and with no mode set."""

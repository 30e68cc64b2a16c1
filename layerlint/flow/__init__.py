"""Three worlds: which code of `call()` can run in training, in inference and when the mode is unset."""

"""What a check may ask of code, one question a module; each is asked by two families or more."""

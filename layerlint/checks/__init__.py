"""One module per rule, in a package per family."""

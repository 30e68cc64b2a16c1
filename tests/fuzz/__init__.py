"""Layer files with something wrong in them, for every part that reads code."""

"""Options, their files and rule selection."""

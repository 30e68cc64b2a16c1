"""What is known about Keras 2 and 3, as data; each table is tested against the installed library."""

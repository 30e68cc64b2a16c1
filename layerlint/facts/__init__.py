"""What is known about Keras 2 and 3, as data; each table has a test on the installed library."""

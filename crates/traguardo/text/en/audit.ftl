# The audit of what is printed.

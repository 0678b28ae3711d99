"""A folder with the program and its own Python, for computers without one."""

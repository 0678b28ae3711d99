"""What may stand on the command line: commands, options, and how values are read and refused."""

"""The database that answers questions about all blocks; it can be rebuilt from the files."""

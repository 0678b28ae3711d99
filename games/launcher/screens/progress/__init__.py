"""The pages of progress: what was practised."""

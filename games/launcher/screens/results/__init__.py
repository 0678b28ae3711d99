"""The pages of results: what a round came to, and what it has made."""

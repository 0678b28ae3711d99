"""The pages of two players side by side: choosing, the round, and its results."""

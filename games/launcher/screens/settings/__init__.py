"""The pages of settings and help, and the question card."""

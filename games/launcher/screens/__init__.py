"""The pages of the program, one for each place; lengths in mm."""

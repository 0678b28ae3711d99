"""The challenges of the day, and those between friends."""

"""What screens are made of: paper, keys, charts, words."""

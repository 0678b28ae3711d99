"""What screens are made of: controls, paper, charts, words."""

"""What is made of many blocks: the level that fits the hand."""

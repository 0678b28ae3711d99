"""What the program runs on."""

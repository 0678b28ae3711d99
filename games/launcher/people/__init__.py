"""Who plays on this device, and each player's settings."""

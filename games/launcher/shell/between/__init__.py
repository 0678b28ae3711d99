"""What happens while one screen takes the place of another."""

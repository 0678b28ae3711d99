"""Input: events of fingers, mouse and keyboard, as contacts and commands with their times."""

"""What comes in from a browser: fingers, mouse and keys, as contacts and commands with their own times."""

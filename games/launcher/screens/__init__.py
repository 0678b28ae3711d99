"""What surrounds the games on the screen, drawn in mm."""

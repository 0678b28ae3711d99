"""What is done for earlier rounds beside the frames."""

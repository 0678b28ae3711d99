"""What an ordinary computer offers besides its window: file locks between processes, and threads."""

"""What an ordinary computer has beside its window: locks that other processes heed, and threads."""

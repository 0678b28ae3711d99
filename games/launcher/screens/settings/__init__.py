"""Settings, help, and questions."""

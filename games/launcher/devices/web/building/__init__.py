"""Makes the static folder that a web host serves."""

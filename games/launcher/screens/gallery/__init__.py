"""The pages of galleries: finished pictures and free pictures."""

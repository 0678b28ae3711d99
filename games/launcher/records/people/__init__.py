"""Who plays on this device: profiles, their names, and who was erased."""

"""The command `bench`: what frames, touches, rules, waiting, the start and years of practice cost."""

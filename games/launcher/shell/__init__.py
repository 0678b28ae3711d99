"""The program around the screens: which one is shown, what they share, and their requests to the device."""

"""The program around the screens: which of them is shown, what all of them share, what they want of the device."""

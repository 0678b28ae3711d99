"""The pygame device: window, touch and mouse, canvas, sound. Nothing else imports pygame."""

"""What the loop needs: its pace, how it waits, and when memory is tidied up."""

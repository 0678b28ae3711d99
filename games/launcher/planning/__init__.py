"""What to practise: plans for the week, what of them is done, codes and files for them."""

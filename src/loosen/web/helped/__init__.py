"""What helps this person: their own record in words, last time again, and fair comparisons."""

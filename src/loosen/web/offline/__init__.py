"""What an approved phone keeps for the time without the computer, and how it is let go again."""

"""Today's plan, what is due, check-ins, reviews, walks and leg symptoms."""

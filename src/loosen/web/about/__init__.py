"""The facts about the person, on their own cards."""

"""Settings of the person: region, units, voice, theme, text size."""

"""What all pages share: settings, addresses, the door, the clock, the visit and its guards."""

"""How far a student is: lessons opened and ticked off."""

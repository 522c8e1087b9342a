"""Disclosure control: takes facts, gives what a role may see."""

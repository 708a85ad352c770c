"""The networks as an accessible tree."""

"""The networks and variants of an experiment as tabs and chips over the canvas."""

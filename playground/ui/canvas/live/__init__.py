"""The run in the network: maps, tints, enlarged units, and surgery by hand."""

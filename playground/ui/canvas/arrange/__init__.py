"""Where cards stand: the automatic layout, places by hand, alignment."""

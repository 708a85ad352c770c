"""What `nnplayground bench` measures: training, starting, and the window while it trains.

Every figure is a ratio of two sides that took turns in short rounds, or a time; it is told as the median and the
spread, the half of the distance between the quartiles.
"""

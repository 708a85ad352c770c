"""What mouse and keyboard do on the canvas, one gesture at a time."""

"""The CUDA-graph stepper: a step is recorded once and then replayed, without Python in between."""

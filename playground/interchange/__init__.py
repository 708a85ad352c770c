"""Models of other programs as experiments: `.pt2` archives of torch.export, and ONNX.

Both are read as data: no operator of a file is ever called, and nothing in it is unpickled but tensors.
"""

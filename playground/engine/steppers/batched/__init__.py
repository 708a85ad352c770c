"""Steps of several runs of equal shape taken together: one pass over stacked weights instead of one for each run.

A small network's step in PyTorch is nearly all dispatch, which a pass for many runs pays once. `torch.func.vmap` turns
the loss of one network into the losses of all; what it and autograd come to is recorded once as plain operations, so
that nothing is vectorised or differentiated anew at each step. The weights of every run are rows of one memory, on
which its modules, its optimizer and its views go on working.
"""

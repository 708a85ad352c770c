"""The fused stepper: whole steps of a small dense network as machine code, made for that very network.

`code` writes LLVM's language, `maths`, `activations`, `layers`, `losses` and `updates` say in it what a step does,
`program` puts them together for a run, `machine` compiles, `memory` lets it work on the parameters of the modules, and
`check` compares it with autograd before it is used.
"""

#!/usr/bin/env python3
"""Writes cases.json: what PyTorch computes for every operation and optimizer option that `exambench/torch` has.

Debian: apt-get install python3-torch; then /usr/bin/python3 test/torch/cases/make_cases.py
"""

import json
import os

import torch

A = [[0.5, -1.25, 2.0], [0.0, 3.0, -0.75]]
B = [[1.5, 0.25, 2.0], [-2.0, 0.5, 1.0]]
ROW = [0.5, 1.5, -1.0]
POSITIVE = [[0.5, 1.25, 2.0], [0.1, 3.0, 0.75]]
MATRIX = [[0.5, -1.0], [2.0, 0.25], [1.5, 1.0]]
ONE = [[0.0, 0.0, 0.0]]

# name → inputs, function; the same names stand in operations.test.ts
OPERATIONS = {
    "add": ([A, B], lambda a, b: a + b),
    "add row": ([A, ROW], lambda a, b: a + b),
    "add number": ([A], lambda a: a + 2),
    "sub": ([A, B], lambda a, b: a - b),
    "sub row": ([ROW, A], lambda a, b: a - b),
    "mul": ([A, B], lambda a, b: a * b),
    "mul row": ([A, ROW], lambda a, b: a * b),
    "mul itself": ([A], lambda a: a * a),
    "div": ([A, B], lambda a, b: a / b),
    "div row": ([ROW, B], lambda a, b: a / b),
    "pow": ([POSITIVE, B], lambda a, b: a**b),
    "pow 2": ([A], lambda a: a**2),
    "pow 3": ([A], lambda a: a**3),
    "neg": ([A], lambda a: -a),
    "square": ([A], lambda a: a.square()),
    "sqrt": ([POSITIVE], lambda a: a.sqrt()),
    "exp": ([A], lambda a: a.exp()),
    "log": ([POSITIVE], lambda a: a.log()),
    "abs": ([A], lambda a: a.abs()),
    "sign": ([A], lambda a: a.sign()),
    "sin": ([A], lambda a: a.sin()),
    "cos": ([A], lambda a: a.cos()),
    "tanh": ([A], lambda a: a.tanh()),
    "sigmoid": ([A], lambda a: a.sigmoid()),
    "relu": ([A], lambda a: a.relu()),
    "clamp": ([A], lambda a: a.clamp(-0.75, 2.0)),
    "clamp below": ([A], lambda a: a.clamp(min=0)),
    "clamp above": ([A], lambda a: a.clamp(max=0.5)),
    "maximum": ([A, B], lambda a, b: torch.maximum(a, b)),
    "maximum row": ([A, ONE], lambda a, b: torch.maximum(a, b)),
    "minimum": ([A, B], lambda a, b: torch.minimum(a, b)),
    "matmul": ([A, MATRIX], lambda a, b: a @ b),
    "matmul vector": ([A, ROW], lambda a, b: a @ b),
    "dot": ([ROW, ROW], lambda a, b: a.dot(b)),
    "sum": ([A], lambda a: a.sum()),
    "sum 0": ([A], lambda a: a.sum(0)),
    "sum -1 keepdim": ([A], lambda a: a.sum(-1, keepdim=True)),
    "mean": ([A], lambda a: a.mean()),
    "mean 1": ([A], lambda a: a.mean(1)),
    "norm": ([A], lambda a: a.norm()),
    "norm of zeros": ([ONE], lambda a: a.norm()),
    "norm 1": ([A], lambda a: a.norm(1)),
    "norm of rows": ([A], lambda a: a.norm(2, 1)),
    "reshape": ([A], lambda a: a.reshape(3, -1)),
    "flatten": ([A], lambda a: a.flatten()),
    "t": ([A], lambda a: a.t()),
    "transpose": ([A], lambda a: a.transpose(0, 1)),
    "squeeze": ([ONE], lambda a: a.squeeze()),
    "unsqueeze": ([ROW], lambda a: a.unsqueeze(0)),
    "expand": ([ONE], lambda a: a.expand(2, 3)),
    "row": ([A], lambda a: a[1]),
    "last row": ([A], lambda a: a[-1]),
    "select": ([A], lambda a: a.select(1, 2)),
    "narrow": ([A], lambda a: a.narrow(1, 1, 2)),
    "detach": ([A], lambda a: a * a.detach()),
    "clone": ([A], lambda a: a * a.clone()),
}

SGD = [
    {"lr": 0.1},
    {"lr": 0.1, "momentum": 0.9},
    {"lr": 0.1, "momentum": 0.9, "dampening": 0.5},
    {"lr": 0.1, "momentum": 0.9, "nesterov": True},
    {"lr": 0.1, "weight_decay": 0.2},
    {"lr": 0.05, "momentum": 0.5, "weight_decay": 0.1, "nesterov": True},
    {"lr": 0.01, "maximize": True},
    {"lr": 0.01, "momentum": 0.9, "dampening": 0.1, "weight_decay": 0.1, "maximize": True},
]


def operation(name, inputs, function):
    tensors = [torch.tensor(values, requires_grad=True) for values in inputs]
    result = function(*tensors)
    # another factor for every element, so that a gradient in the wrong place shows
    weights = torch.arange(1.0, result.numel() + 1).reshape(result.shape)
    (result * weights).sum().backward()
    gradients = [(torch.zeros_like(t) if t.grad is None else t.grad).tolist() for t in tensors]
    return {"name": name, "inputs": inputs, "value": result.tolist(), "gradients": gradients}


def descent(options):
    w, target = torch.tensor([1.0, -2.0], requires_grad=True), torch.tensor([0.5, 0.25])
    sgd = torch.optim.SGD([w], **options)
    for _ in range(25):
        sgd.zero_grad()
        ((w - target).square() * torch.tensor([1.0, 0.1])).sum().backward()
        sgd.step()
    return {"options": options, "w": w.tolist()}


if __name__ == "__main__":
    cases = {
        "torch": torch.__version__,
        "operations": [operation(name, *case) for name, case in OPERATIONS.items()],
        "sgd": [descent(options) for options in SGD],
    }
    with open(os.path.join(os.path.dirname(__file__), "cases.json"), "w") as out:
        json.dump(cases, out, indent=1)
        out.write("\n")

#!/usr/bin/env python3
"""The peer of the engine benchmark: the exam's attack in eager PyTorch, one thread.

minimise  sum over rows of |x - z|^2 + max(0, t f(z))  by SGD(lr = 0.01)

Reads lines of JSON from standard input, {"model": PATH, "x": [[...]], "t": [[...]], "iterations": N}, and answers each with a line
{"ms": ..., "z": [[...]]}. One process answers many questions, so that it can be run in turn with ours.
Debian: apt-get install python3-torch python3-onnx libopenblas0-pthread
"""

import json
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import onnx  # noqa: E402
import torch  # noqa: E402
from onnx import numpy_helper  # noqa: E402


def linear(weight, bias):
    layer = torch.nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = weight, bias
    return layer


def conv(weight, bias, attributes):
    layer = torch.nn.Conv2d(weight.shape[1], weight.shape[0], weight.shape[2], padding=attributes["pads"][0])
    layer.weight.data, layer.bias.data = weight, bias
    return layer


LAYERS = {
    "Gemm": lambda inputs, attributes: linear(*inputs),
    "Conv": lambda inputs, attributes: conv(*inputs, attributes),
    "AveragePool": lambda inputs, attributes: torch.nn.AvgPool2d(attributes["kernel_shape"][0]),
    "Relu": lambda inputs, attributes: torch.nn.ReLU(),
    "Tanh": lambda inputs, attributes: torch.nn.Tanh(),
    "Flatten": lambda inputs, attributes: torch.nn.Flatten(),
}
LEFT_BY_EXPORTERS = {"Pad", "Constant"}  # a pad of zero width


def load(path):
    graph = onnx.load(path).graph
    weights = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    layers = []
    for node in graph.node:
        if node.op_type in LEFT_BY_EXPORTERS:
            continue
        if node.op_type not in LAYERS:
            raise SystemExit(f"{path}: node {node.name}: {node.op_type} is not in this benchmark")
        attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        inputs = [weights[name] for name in node.input if name in weights]
        layers.append(LAYERS[node.op_type](inputs, attributes))
    model = torch.nn.Sequential(*layers).eval()
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    return model


def attack(model, x, t, iterations):
    z = x.clone().requires_grad_(True)
    sgd = torch.optim.SGD([z], lr=0.01)
    for _ in range(iterations):
        sgd.zero_grad()
        loss = ((x - z) ** 2).sum() + torch.relu(t * model(z)).sum()
        loss.backward()
        sgd.step()
    return z.detach()


def main():
    torch.set_num_threads(1)
    models = {}
    for line in sys.stdin:
        question = json.loads(line)
        path = question["model"]
        if path not in models:
            models[path] = load(path)
            attack(models[path], torch.tensor(question["x"]), torch.tensor(question["t"]), 10)
        x, t = torch.tensor(question["x"]), torch.tensor(question["t"])
        start = time.perf_counter()
        z = attack(models[path], x, t, question["iterations"])
        ms = (time.perf_counter() - start) * 1e3
        print(json.dumps({"ms": ms, "z": z.tolist()}), flush=True)


if __name__ == "__main__":
    main()

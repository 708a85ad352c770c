// Trains small dense networks with typed arrays, as a page in a browser would: the reference of `nnplayground bench`.
//
// Each line of the input is a job, {"sizes": [2, 8, 8, 1], "seconds": 0.5}; the answer is a line {"rate": steps per
// second}. Hidden layers are tanh, the output is linear, the loss is half the squared error, batches hold 10 of 250
// samples, and SGD moves the weights: the work of TensorFlow Playground's engine, without its objects.
"use strict";

const SAMPLES = 250;
const BATCH = 10;
const RATE = 0.03;

function network(sizes) {
  return sizes.slice(1).map((outputs, k) => {
    const inputs = sizes[k];
    const weights = Float64Array.from({length: inputs * outputs}, () => Math.random() - 0.5);
    return {
      inputs, outputs, weights,
      biases: new Float64Array(outputs).fill(0.1),
      weightSlopes: new Float64Array(inputs * outputs),
      biasSlopes: new Float64Array(outputs),
      values: new Float64Array(outputs),
      slopes: new Float64Array(outputs),
    };
  });
}

function forward(layers, sample) {
  let before = sample;
  for (let k = 0; k < layers.length; k++) {
    const {inputs, outputs, weights, biases, values} = layers[k];
    const last = k === layers.length - 1;
    for (let o = 0; o < outputs; o++) {
      let sum = biases[o];
      for (let i = 0, at = o * inputs; i < inputs; i++) sum += weights[at + i] * before[i];
      values[o] = last ? sum : Math.tanh(sum);
    }
    before = values;
  }
}

function backward(layers, sample, target) {
  const end = layers[layers.length - 1];
  end.slopes[0] = end.values[0] - target;
  for (let k = layers.length - 1; k >= 0; k--) {
    const {inputs, outputs, weights, slopes, weightSlopes, biasSlopes} = layers[k];
    const before = k ? layers[k - 1].values : sample;
    const lower = k ? layers[k - 1].slopes : null;
    if (lower) lower.fill(0);
    for (let o = 0; o < outputs; o++) {
      const slope = slopes[o];
      biasSlopes[o] += slope;
      for (let i = 0, at = o * inputs; i < inputs; i++) {
        weightSlopes[at + i] += slope * before[i];
        if (lower) lower[i] += slope * weights[at + i];
      }
    }
    if (lower) for (let i = 0; i < inputs; i++) lower[i] *= 1 - before[i] * before[i];
  }
}

function move(layers) {
  const rate = RATE / BATCH;
  for (const {weights, weightSlopes, biases, biasSlopes} of layers) {
    for (let i = 0; i < weights.length; i++) weights[i] -= rate * weightSlopes[i];
    for (let i = 0; i < biases.length; i++) biases[i] -= rate * biasSlopes[i];
    weightSlopes.fill(0);
    biasSlopes.fill(0);
  }
}

function rate(sizes, seconds) {
  const layers = network(sizes);
  const samples = Array.from({length: SAMPLES}, () => Float64Array.of(...sizes.slice(0, 1).flatMap((n) =>
    Array.from({length: n}, () => 6 * Math.random() - 3))));
  const targets = samples.map((sample) => (sample[0] * sample[1] > 0 ? 1 : -1));
  const run = (until) => {
    let steps = 0;
    const begun = process.hrtime.bigint();
    let spent = 0;
    while (spent < until) {
      for (let at = 0; at < SAMPLES; at += BATCH) {
        for (let s = at; s < at + BATCH; s++) {
          forward(layers, samples[s]);
          backward(layers, samples[s], targets[s]);
        }
        move(layers);
        steps++;
      }
      spent = Number(process.hrtime.bigint() - begun) / 1e9;
    }
    return steps / spent;
  };
  run(seconds / 2);
  return run(seconds);
}

require("readline").createInterface({input: process.stdin}).on("line", (line) => {
  const {sizes, seconds} = JSON.parse(line);
  console.log(JSON.stringify({rate: rate(sizes, seconds)}));
});

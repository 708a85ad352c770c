"""Words that the kinds of entries share."""

from __future__ import annotations

from typing import Literal

Task = Literal["classification", "regression"]
Encoding = Literal["index", "binary", "probability", "onehot", "sign", "value"]
"""How a loss gets targets: class index (N,), 0/1 (N, 1), 0/1 per class (N, C), -1/+1 (N, 1), number (N, 1).

"binary" stands beside a logit, "probability" beside the probability of a yes.
"""
Answers = Literal["", "one", "places first", "places last", "heads"]
"""What a network says of a sample: one thing, scores for each place, (K, …) or (…, K), or several things in one row."""
IGNORED = -100
"""Class index of a place that counts neither in the loss nor in a metric."""
Reading = Literal["numbers", "scores", "logits", "probabilities", "log-probabilities"]
"""What a loss takes the outputs of a network for."""

# SPDX-License-Identifier: Apache-2.0
"""PyTorch as a subject, on the processor, in one thread."""
import softlaw
import torch
from torch.nn import functional

torch.set_num_threads(1)


def number(f):
    """A function of tensors as one of numbers."""
    return lambda *numbers: f(*[torch.tensor(x, dtype=torch.float64) for x in numbers])


softlaw.serve(
    logsumexp=lambda x: torch.logsumexp(x, 0),
    softmax=lambda x: torch.softmax(x, 0),
    log_softmax=lambda x: torch.log_softmax(x, 0),
    logaddexp=number(torch.logaddexp),
    softplus=number(functional.softplus),
    logistic=number(torch.sigmoid),
    log_logistic=number(functional.logsigmoid),
    logit=number(torch.logit),
    cross_entropy_label=lambda o, label: functional.cross_entropy(o[None], torch.tensor([label])),
    kl_divergence=lambda p, q: functional.kl_div(q.log(), p, reduction="sum"),
    contract="4ulp+4cond",
    name=f"PyTorch {torch.__version__}",
    arrays="torch",
)

"""Linear-chain CRF over units, vectorised over windows."""
import numpy as np
import torch

from corpus import TAGS

ALLOW = torch.tensor([[not (j.startswith("I-") and i not in ("B-" + j[2:], j)) for j in TAGS] for i in TAGS])
START = torch.tensor([not t.startswith("I-") for t in TAGS])


def nll(em, y, trans):
    """Mean negative log likelihood a unit. em [n, L, K] packed to the left, y [n, L] with -100 as padding behind; trans [n, K, K] or [K, K]."""
    real = y >= 0
    has = real[:, 0]
    if not has.any():
        return em.sum() * 0
    em, y, real = em[has], y[has].clamp(min=0), real[has]
    if trans.dim() == 3:
        trans = trans[has]
    else:
        trans = trans[None]
    tr = trans.masked_fill(~ALLOW, -1e4)
    em = torch.cat([em[:, :1].masked_fill(~START, -1e4), em[:, 1:]], 1)
    n, length, _ = em.shape
    length = int(real.sum(1).max())
    alpha, score = em[:, 0], em[:, :length].gather(2, y[:, :length, None])[:, :, 0]
    rows = torch.arange(n)[:, None]
    steps = tr.expand(n, -1, -1)[rows, y[:, : length - 1], y[:, 1:length]]
    gold = (score * real[:, :length]).sum(1) + (steps * real[:, 1:length]).sum(1)
    for k in range(1, length):
        nxt = torch.logsumexp(alpha[:, :, None] + tr, 1) + em[:, k]
        alpha = torch.where(real[:, k, None], nxt, alpha)
    return (torch.logsumexp(alpha, 1) - gold).sum() / real.sum()


def viterbi(em, trans):
    """Best tags of one window; ties go to the lower tag."""
    tr = trans.masked_fill(~ALLOW, -1e4)
    d, back = em[0].masked_fill(~START, -1e4), []
    for k in range(1, len(em)):
        m, i = (d[:, None] + tr).max(0)
        d = m + em[k]
        back.append(i.tolist())
    path = [int(d.argmax())]
    for i in reversed(back):
        path.append(i[path[-1]])
    return path[::-1]


def forward(em, trans):
    """Logarithms of the weights of all paths up to each unit, by their last tag: em [L, K] and trans [K, K] as arrays."""
    tr = np.where(ALLOW.numpy(), trans, -1e4)
    alpha = em.copy()
    alpha[0] = np.where(START.numpy(), em[0], -1e4)
    for k in range(1, len(em)):
        alpha[k] += np.logaddexp.reduce(alpha[k - 1][:, None] + tr, axis=0)
    return alpha


def sample(alpha, trans, rng):
    """Tags drawn as the CRF holds them likely (forward filtering, backward sampling), from what forward gave."""
    tr, out = np.where(ALLOW.numpy(), trans, -1e4), np.zeros(len(alpha), np.int64)
    for k in range(len(alpha) - 1, -1, -1):
        s = alpha[k] if k == len(alpha) - 1 else alpha[k] + tr[:, out[k + 1]]
        out[k] = (s + rng.gumbel(size=len(s))).argmax()
    return out

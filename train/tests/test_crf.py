"""Wants torch; the other tests do not."""
import itertools

import crf
import numpy as np
import pytest
import torch
from corpus import TAGS

K = len(TAGS)


def allowed(path):
    return all(not TAGS[j].startswith("I-") or i is not None and TAGS[i][2:] == TAGS[j][2:] for i, j in zip([None, *path], path))


def paths(n):
    return [p for p in itertools.product(range(K), repeat=n) if allowed(p)]


def score(em, trans, path):
    return sum(float(em[k, t]) for k, t in enumerate(path)) + sum(float(trans[i, j]) for i, j in itertools.pairwise(path))


def random(*shape, seed=1):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def brute(em, trans, path):
    total = torch.logsumexp(torch.tensor([score(em, trans, p) for p in paths(len(em))], dtype=torch.float64), 0)
    return float(total) - score(em, trans, path)


def test_what_may_follow():
    before = {"I-source": {"B-source", "I-source"}, "I-cue": {"B-cue", "I-cue"}, "I-content": {"B-content", "I-content"}}
    for (i, a), (j, b) in itertools.product(enumerate(TAGS), repeat=2):
        assert bool(crf.ALLOW[i, j]) == (b not in before or a in before[b])
    assert [t for t, start in zip(TAGS, crf.START.tolist()) if not start] == list(before)


@pytest.mark.parametrize("length", [1, 2, 4])
def test_nll(length):
    em, trans = random(length, K), random(K, K, seed=2)
    path = ([1, 2, 0, 5] if length > 1 else [3])[:length]
    got = crf.nll(em[None], torch.tensor([path]), trans)
    assert float(got) == pytest.approx(brute(em, trans, path) / length, abs=1e-9)


def test_nll_of_windows_with_padding():
    em, trans = random(3, 4, K), torch.stack([random(K, K, seed=s) for s in (2, 3, 4)])
    y = torch.tensor([[1, 2, 0, 3], [5, 6, -100, -100], [-100, -100, -100, -100]])  # the last is not scored at all
    want = brute(em[0], trans[0], [1, 2, 0, 3]) + brute(em[1, :2], trans[1], [5, 6])
    assert float(crf.nll(em, y, trans)) == pytest.approx(want / 6, abs=1e-9)


def test_nll_of_nothing():
    em = random(1, 2, K).requires_grad_()
    loss = crf.nll(em, torch.full((1, 2), -100), random(K, K))
    loss.backward()
    assert loss.item() == 0 and float(em.grad.abs().sum()) == 0


@pytest.mark.parametrize("seed", range(8))
def test_viterbi(seed):
    em, trans = random(4, K, seed=seed), random(K, K, seed=seed + 100)
    assert tuple(crf.viterbi(em, trans)) == max(paths(4), key=lambda p: score(em, trans, p))


def test_ties_go_to_the_lower_tag():
    zero = torch.zeros(K, K)
    assert crf.viterbi(torch.zeros(3, K), zero) == [0, 0, 0]
    em = torch.zeros(2, K)
    em[0, 3] = em[0, 1] = em[1, 5] = 1
    assert crf.viterbi(em, zero) == [1, 5]


def test_an_inner_tag_needs_its_beginning():
    em = torch.zeros(2, K)
    em[0, 2] = em[1, 4] = 9
    assert allowed(crf.viterbi(em, torch.zeros(K, K)))


def test_forward_weighs_all_paths():
    em, trans = random(4, K).numpy(), random(K, K, seed=2)
    total = torch.logsumexp(torch.tensor([score(em, trans, p) for p in paths(4)], dtype=torch.float64), 0)
    assert float(np.logaddexp.reduce(crf.forward(em, trans.numpy())[-1])) == pytest.approx(float(total), abs=1e-9)


def test_paths_are_drawn_as_likely_as_the_crf_holds_them():
    em, trans = random(3, K).numpy(), random(K, K, seed=2)
    weights = torch.softmax(torch.tensor([score(em, trans, p) for p in paths(3)], dtype=torch.float64), 0)
    alpha, rng = crf.forward(em, trans.numpy()), np.random.default_rng(1)
    drawn = [tuple(crf.sample(alpha, trans.numpy(), rng)) for _ in range(4000)]
    assert all(allowed(p) for p in set(drawn))
    for path, weight in sorted(zip(paths(3), weights.tolist()), key=lambda x: -x[1])[:5]:
        assert drawn.count(path) / 4000 == pytest.approx(weight, abs=0.03)

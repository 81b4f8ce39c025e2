import pytest

torch = pytest.importorskip("torch")

import model  # noqa: E402
import rounding  # noqa: E402


def test_outputs_change_less_than_by_the_nearest():
    torch.manual_seed(1)
    x = torch.randn(400, 12) @ torch.randn(12, 24)  # inputs that hang together, as a network's do
    w = torch.randn(8, 24)
    q, scale = rounding.rounded(w, (x.T @ x).double())
    assert q.dtype == torch.int8 and int(q.abs().max()) <= 64
    ours = (x @ w.T - x @ (q.float() * scale[:, None]).T).norm()
    nearest = (x @ w.T - x @ model.fake(w, 64, -1).T).norm()
    assert ours < 0.6 * nearest


def test_a_row_of_zeros_stays():
    q, scale = rounding.rounded(torch.zeros(2, 4), torch.eye(4).double())
    assert not q.any() and torch.isfinite(scale).all()


def test_moments_aim_at_what_floats_give():
    torch.manual_seed(1)
    x = torch.randn(300, 6)
    q = x @ (torch.eye(6) + 0.2 * torch.randn(6, 6)) + 0.01 * torch.randn(300, 6)  # what layers before have done to it
    m, w = rounding.Moments(6), torch.randn(4, 6)
    m.add(q, x)
    assert m.n == 300 and torch.allclose(m.x.float(), x.sum(0), atol=1e-3)
    far = (x @ w.T - q @ w.T).norm()
    assert (x @ w.T - q @ m.aimed(w, damp=1e-6).float().T).norm() < 0.2 * far
    assert torch.allclose(m.aimed(w, damp=1e9).float(), w, atol=1e-3)


def test_settled_layers_run_on_their_integers():
    torch.manual_seed(1)
    layer = model.Linear(8, 3)
    m = rounding.Moments(8)
    x = torch.randn(50, 8)
    m.add(x, x + 0.5)
    with torch.no_grad():
        before = layer.weight @ (x + 0.5).mean(0) + layer.bias
        rounding.settle_one(layer, m)
        after = layer.weight @ model.fake(x, 127, -1).mean(0) + layer.bias
    assert torch.allclose(layer.weight, layer.q * layer.scale[:, None]) and torch.allclose(before, after, atol=1e-4)

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


def test_moments_see_what_a_layer_is_given():
    layer = model.Linear(4, 3)
    m = rounding.Moments(layer)
    layer(torch.tensor([[1.0, 0, 0, -1], [0, 0, 0, 0]]))
    of = m.done()
    assert torch.allclose(of[layer].float(), torch.tensor([[1.0, 0, 0, -1], [0, 0, 0, 0], [0, 0, 0, 0], [-1, 0, 0, 1]]))
